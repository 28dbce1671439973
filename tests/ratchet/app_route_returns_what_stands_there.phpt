--TEST--
route() returns what stands at the route
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

$ws = new Ratchet\WebSocket\WsServer(new Room);
$all = $app->route("/a", new Room, ["*"]);
$same = $app->route("/b", $ws, ["*"]);
$checked = $app->route("/c", $ws);
var_dump(get_class($all), $same === $ws, get_class($checked), $checked->allowedOrigins, count($app->routes));
class Mute implements Ratchet\ComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn) {}
    public function onClose(Ratchet\ConnectionInterface $conn) {}
    public function onError(Ratchet\ConnectionInterface $conn, Exception $e) {}
}
foreach ([
    fn() => $app->route("/{a", new Room),
    fn() => $app->route("/a}", new Room),
    fn() => $app->route("/{a}{b}", new Room),
    fn() => $app->route("/{a}/{a}", new Room),
    fn() => $app->route("/{1}", new Room),
    fn() => $app->route("/{}", new Room),
    fn() => $app->route("/x", new Room, [], "{"),
    fn() => $app->route("/x", new stdClass),
    fn() => $app->route("/x", new Mute),
] as $attempt) {
    try {
        $attempt();
    } catch (Throwable $e) {
        echo get_class($e), ": ", $e->getMessage(), "\n";
    }
}
var_dump(count($app->routes));
?>
--EXPECT--
string(33) "RtComm\Ratchet\WebSocket\WsServer"
bool(true)
string(31) "RtComm\Ratchet\Http\OriginCheck"
array(1) {
  [0]=>
  string(9) "localhost"
}
int(3)
ValueError: RtComm\Ratchet\App::route(): Argument #1 ($path) must have names of letters, digits and underscores in its braces
ValueError: RtComm\Ratchet\App::route(): Argument #1 ($path) has a "}" without "{"
ValueError: RtComm\Ratchet\App::route(): Argument #1 ($path) must have something between two {names}
ValueError: RtComm\Ratchet\App::route(): Argument #1 ($path) must have each {name} once
ValueError: RtComm\Ratchet\App::route(): Argument #1 ($path) must have names of letters, digits and underscores in its braces
ValueError: RtComm\Ratchet\App::route(): Argument #1 ($path) must have names of letters, digits and underscores in its braces
ValueError: RtComm\Ratchet\App::route(): Argument #4 ($httpHost) must have names of letters, digits and underscores in its braces
TypeError: RtComm\Ratchet\App::route(): Argument #2 ($controller) must be of type RtComm\Ratchet\ComponentInterface, stdClass given
UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface, or be components that take messages
int(3)
