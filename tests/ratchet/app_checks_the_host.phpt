--TEST--
A route answers on its host only
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class OpenApp extends Ratchet\App
{
    public function socket() { return $this->_server->socket; }
}
$app = new OpenApp("localhost", $port = free_port(), "127.0.0.1");
$socket = $app->socket();
$address = "127.0.0.1:$port";
class Room extends Recorder
{
    public function onOpen(RtComm\Ratchet\ConnectionInterface $conn)
    {
        $this->conns[] = $conn;
        $this->note($conn->httpRequest->getUri());
    }
    public function onClose(RtComm\Ratchet\ConnectionInterface $conn) {}
}
$try = fn(string $path, string $host = "localhost", ?string $origin = null) => print(
    handshake_status($socket, $address, $path, ["Host" => $host, "Origin" => $origin]) . "\n");

$app->route("/own", new Room, ["*"]);
$app->route("/special", new Room, ["*"], "Special.example");
$app->route("/any", new Room, ["*"], "");
$app->route("/sub", new Room, ["*"], "{sub}.example");
$try("/own", "LocalHost:8080");
$try("/own", "localhost.example");
$try("/own", "127.0.0.1");
$try("/special", "special.example");
$try("/special", "localhost");
$try("/any", "whatever.example:1234");
$try("/sub", "a.example");
$try("/sub", "a.b.example");
$try("/nothing");
?>
--EXPECT--
http://localhost:8080/own
HTTP/1.1 101 Switching Protocols
HTTP/1.1 404 Not Found
HTTP/1.1 404 Not Found
http://special.example/special
HTTP/1.1 101 Switching Protocols
HTTP/1.1 404 Not Found
http://whatever.example:1234/any
HTTP/1.1 101 Switching Protocols
http://a.example/sub?sub=a
HTTP/1.1 101 Switching Protocols
HTTP/1.1 404 Not Found
HTTP/1.1 404 Not Found
