--TEST--
A WebSocket over TLS: messages of any size go both ways
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server();
$client = new WebSocketClient($server, serve_tls($server), '/chat');
echo strstr($client->response, "\r\n", true), "\n";
foreach (['hello', str_repeat('ä', 300), str_repeat('0123456789abcdef', 65535)] as $text) {
    var_dump($client->send($text)->text() === $text);
}
var_dump($client->send("\0\xff", RtComm\WebSocket\Opcode::Binary)->text());
for ($i = 0; $i < 200; $i++) {
    $client->send("message $i");
}
for ($i = 0, $same = true; $i < 200; $i++) {
    $same = $same && $client->text() === "message $i";
}
var_dump($same);
$client->sendClose();
echo $client->text(), $client->text(), "\n";
?>
--EXPECT--
HTTP/1.1 101 Switching Protocols
bool(true)
bool(true)
bool(true)
string(11) "binary:00ff"
bool(true)
(close 1000)(end)
