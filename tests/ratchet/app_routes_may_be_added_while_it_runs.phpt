--TEST--
Routes may be added while the server runs
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

$app->route("/adds", new class($app) extends Room {
    public function __construct(private $app) {}
    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $this->app->route("/added", new Room, ["*"]);
        $from->send("done");
    }
}, ["*"]);
$client = new WebSocketClient($socket, $address, "/adds", ["Host" => "localhost"]);
$try("/added");
$client->send("x");
echo $client->text(), "\n";
$try("/added");
?>
--EXPECT--
http://localhost/adds
HTTP/1.1 404 Not Found
done
http://localhost/added
HTTP/1.1 101 Switching Protocols
