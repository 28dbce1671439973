--TEST--
{placeholders} of a route join the query
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

$app->route("/rooms/{room}", new Room, ["*"]);
$app->route("/rooms/{room}/{seat}.json", new Room, ["*"]);
$app->route("no-slash/{a}-{b}", new Room, ["*"]);
$try("/rooms/blue");
$try("/rooms/a%20b%3F");
$try("/rooms/blue?room=red&x=1");
$try("/rooms/blue?x=1&x=2&flag&y=a+b&%5B%5D=%e4");
$try("/rooms/blue?123=4&room");
$try("/rooms/blue/7.json");
$try("/rooms/");
$try("/rooms/a%2Fb");
$try("/rooms/blue/7");
$try("/no-slash/1-2");
$try("/no-slash/1-");
?>
--EXPECT--
http://localhost/rooms/blue?room=blue
HTTP/1.1 101 Switching Protocols
http://localhost/rooms/a%20b%3F?room=a%20b%3F
HTTP/1.1 101 Switching Protocols
http://localhost/rooms/blue?room=red&x=1
HTTP/1.1 101 Switching Protocols
http://localhost/rooms/blue?room=blue&x=1&x=2&flag&y=a%20b&%5B%5D=%E4
HTTP/1.1 101 Switching Protocols
http://localhost/rooms/blue?room&123=4
HTTP/1.1 101 Switching Protocols
http://localhost/rooms/blue/7.json?room=blue&seat=7
HTTP/1.1 101 Switching Protocols
HTTP/1.1 404 Not Found
HTTP/1.1 404 Not Found
HTTP/1.1 404 Not Found
http://localhost/no-slash/1-2?a=1&b=2
HTTP/1.1 101 Switching Protocols
HTTP/1.1 404 Not Found
