--TEST--
Every callback gets the same object, whoever else holds it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    $conn->data = ['seen' => 'open'];
    $conn->name = 'dynamic';
}, message: function ($conn) {
    echo "{$conn->data['seen']} $conn->name\n";
    throw new Exception('x');
}, error: function ($conn) {
    $conn->data['seen'] = 'error';
}, close: function ($conn) {
    echo "{$conn->data['seen']} $conn->name\n";
});
$client = new WebSocketClient($server, serve($server));
$client->send('x')->sync();
foreach ($server->connections() as $conn) {
    echo $conn->name, "\n";
}
unset($conn);
$client->sendClose()->all();
--EXPECT--
open dynamic
dynamic
error dynamic
