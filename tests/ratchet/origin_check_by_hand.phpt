--TEST--
OriginCheck may stand in any stack, and its list may change
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Ratchet\Http\OriginCheck;
$check = new OriginCheck(new Ratchet\WebSocket\WsServer(new Recorder), ["good.example"]);
[$io, $address] = io(new Ratchet\Http\HttpServer($check));
$try = fn($origin) => print(handshake_status($io->socket, $address, "/", ["Origin" => $origin]) . "\n");
$try("http://good.example:8080");
$try("http://late.example");
$check->allowedOrigins[] = "late.example";
$try("http://late.example");
$try(null);
$try("null");
$check->allowedOrigins = "not a list";
$try("http://good.example");
var_dump((new OriginCheck(new Ratchet\Server\EchoServer))->allowedOrigins);
?>
--EXPECT--
open
HTTP/1.1 101 Switching Protocols
HTTP/1.1 403 Forbidden
open
HTTP/1.1 101 Switching Protocols
HTTP/1.1 403 Forbidden
HTTP/1.1 403 Forbidden
HTTP/1.1 403 Forbidden
array(0) {
}
