--TEST--
The constructor takes a server or an address
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Ratchet\Server\IoServer;
$path = sys_get_temp_dir() . "/rtcomm-ratchet-" . getmypid() . ".sock";
$io = new IoServer(stack($component = new Recorder), "unix:$path");
$client = new WebSocketClient($io->socket, "unix:$path");
$client->send("over unix");
until_noted($io, $component, "message over unix");
var_dump($component->conns[0]->remoteAddress);
$loop = new RtComm\Loop;
$io2 = new IoServer(stack(new Recorder), new RtComm\Server(null, [], $loop), $loop);
var_dump($io2->loop === $loop);
$io3 = new IoServer(stack(new Recorder), "127.0.0.1:0", $loop);
var_dump($io3->loop === $loop);
foreach ([
    fn() => new IoServer(stack(new Recorder), 8080),
    fn() => new IoServer(stack(new Recorder), new stdClass),
    fn() => new IoServer(stack(new Recorder), new RtComm\Server, $loop),
    fn() => new IoServer(stack(new Recorder), $io->socket),
    fn() => new IoServer(new stdClass, "127.0.0.1:0"),
] as $attempt) {
    try {
        $attempt();
    } catch (Throwable $e) {
        echo get_class($e), ": ", $e->getMessage(), "\n";
    }
}
unset($io, $client);
@unlink($path);
?>
--EXPECT--
open
message over unix
string(0) ""
bool(true)
bool(true)
TypeError: RtComm\Ratchet\Server\IoServer::__construct(): Argument #2 ($socket) must be of type RtComm\Server or string, int given
TypeError: RtComm\Ratchet\Server\IoServer::__construct(): Argument #2 ($socket) must be of type RtComm\Server or string, stdClass given
ValueError: RtComm\Ratchet\Server\IoServer::__construct(): Argument #3 ($loop) must be the loop that the socket is on, or null
ValueError: RtComm\Ratchet\Server\IoServer::__construct(): Argument #2 ($socket) must be new, "/*" has a route
TypeError: RtComm\Ratchet\Server\IoServer::__construct(): Argument #1 ($app) must be of type RtComm\Ratchet\MessageComponentInterface, stdClass given
