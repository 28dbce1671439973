--TEST--
A route lets in pages of its own host, of those that are listed, or all
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

$app->route("/same", new Room);
$app->route("/listed", new Room, ["k" => "good.example", "other.example"]);
$app->route("/all", new Room, ["*"]);
$try("/same", "localhost", "http://localhost");
$try("/same", "localhost", "https://localhost:9999");
$try("/same", "localhost", "http://evil.example");
$try("/same", "localhost", "null");
$try("/same", "localhost");
$try("/listed", "localhost", "https://other.example:81");
$try("/listed", "localhost", "http://localhost");
$try("/listed", "localhost", "http://sub.good.example");
$try("/all", "localhost", "http://evil.example");
$try("/all", "localhost");
?>
--EXPECT--
http://localhost/same
HTTP/1.1 101 Switching Protocols
http://localhost/same
HTTP/1.1 101 Switching Protocols
HTTP/1.1 403 Forbidden
HTTP/1.1 403 Forbidden
HTTP/1.1 403 Forbidden
http://localhost/listed
HTTP/1.1 101 Switching Protocols
HTTP/1.1 403 Forbidden
HTTP/1.1 403 Forbidden
http://localhost/all
HTTP/1.1 101 Switching Protocols
http://localhost/all
HTTP/1.1 101 Switching Protocols
