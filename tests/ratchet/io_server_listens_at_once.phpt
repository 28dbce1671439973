--TEST--
factory() listens at once, and says why it cannot
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
$taken = stream_socket_server("tcp://127.0.0.1:0");
$port = (int) substr(strrchr(stream_socket_get_name($taken, false), ":"), 1);
try {
    Ratchet\Server\IoServer::factory(stack(new Recorder), $port, "127.0.0.1");
} catch (RtComm\ListenException $e) {
    echo str_replace($port, "PORT", $e->getMessage()), "\n";
}
fclose($taken);
$app = stack($component = new Recorder);
$io = Ratchet\Server\IoServer::factory($app, (string) $port, "127.0.0.1");
var_dump($io->app === $app, $io->loop === RtComm\Loop::get(), $io->socket instanceof RtComm\Server);
$client = new WebSocketClient($io->socket, "127.0.0.1:$port");
settle($io->socket);
?>
--EXPECTF--
%sPORT%s
bool(true)
bool(true)
bool(true)
open
