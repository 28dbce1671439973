--TEST--
Properties are readonly, `data` and dynamic ones are free
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    foreach (['id', 'transport', 'remoteAddress', 'remotePort', 'request', 'subprotocol'] as $name) {
        try {
            $conn->$name = null;
            echo "no error for $name\n";
        } catch (Error $error) {
            echo $error->getMessage(), "\n";
        }
        try {
            unset($conn->$name);
            echo "no error for $name\n";
        } catch (Error $error) {
            echo $error->getMessage(), "\n";
        }
    }
    var_dump(isset($conn->request), isset($conn->remoteAddress), isset($conn->transport), isset($conn->subprotocol));
    var_dump(isset($conn->data), isset($conn->mine), empty($conn->remotePort) === listens_on('unix'));
    $conn->data = 1;
    $conn->mine = [2];
    $conn->mine[] = 3;
    var_dump($conn->data, $conn->mine);
    unset($conn->mine);
    var_dump(isset($conn->mine));
});
new WebSocketClient($server, serve($server));
--EXPECT--
Cannot modify readonly property RtComm\Connection::$id
Cannot unset readonly property RtComm\Connection::$id
Cannot modify readonly property RtComm\Connection::$transport
Cannot unset readonly property RtComm\Connection::$transport
Cannot modify readonly property RtComm\Connection::$remoteAddress
Cannot unset readonly property RtComm\Connection::$remoteAddress
Cannot modify readonly property RtComm\Connection::$remotePort
Cannot unset readonly property RtComm\Connection::$remotePort
Cannot modify readonly property RtComm\Connection::$request
Cannot unset readonly property RtComm\Connection::$request
Cannot modify readonly property RtComm\Connection::$subprotocol
Cannot unset readonly property RtComm\Connection::$subprotocol
bool(true)
bool(true)
bool(true)
bool(false)
bool(false)
bool(false)
bool(true)
int(1)
array(2) {
  [0]=>
  int(2)
  [1]=>
  int(3)
}
bool(false)
