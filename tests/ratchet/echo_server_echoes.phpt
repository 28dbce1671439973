--TEST--
EchoServer sends back what it gets
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
[$io, $address] = io(stack(new Ratchet\Server\EchoServer));
$client = new WebSocketClient($io->socket, $address);
$client->send("round")->send("");
var_dump($client->text(), $client->text());
?>
--EXPECT--
string(5) "round"
string(0) ""
