--TEST--
onClose does not wait for a client that does not answer the close
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
[$io, $address] = io(stack($component = new Recorder));
$client = new WebSocketClient($io->socket, $address);
settle($io->socket);
$component->conns[0]->close(4000);
$began = microtime(true);
until_noted($io, $component, "close");
var_dump(microtime(true) - $began < 2.0, $component->conns[0]->WebSocket->closeCode);
echo $client->text(), " ", $client->text(), "\n";
?>
--EXPECT--
open
close
bool(true)
int(4000)
(close 4000) (end)
