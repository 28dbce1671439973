--TEST--
An IPv6 address stands in brackets
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
if (!@stream_socket_server('tcp://[::1]:0')) {
    die('skip no IPv6 here');
}
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->send("$conn->remoteAddress " . ($conn->remotePort > 0 ? 'port' : 'no port')));
$address = $server->listen('[::1]:0');
var_dump(str_starts_with($address, '[::1]:'));
echo (new WebSocketClient($server, $address))->text(), "\n";
--EXPECT--
bool(true)
::1 port
