--TEST--
A component that holds its server is collected with it
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Holds extends Recorder
{
    public $server;
    public function __destruct() { echo "collected\n"; }
}
[$io, $address] = io(stack($component = new Holds));
$component->server = $io;
$client = new WebSocketClient($io->socket, $address);
settle($io->socket);
foreach ($component->conns as $conn) {
    $conn->component = $component;
    $conn->ws = $conn->WebSocket;
    $conn->WebSocket->conn = $conn;
}
$client->server = null;
unset($io, $component, $conn);
var_dump(gc_collect_cycles() > 0);
$app = new Ratchet\App("localhost", 0);
$component = new Holds;
$component->server = $app;
$app->route("/", $component);
unset($app, $component);
var_dump(gc_collect_cycles() > 0);
?>
--EXPECT--
open
collected
bool(true)
collected
bool(true)
