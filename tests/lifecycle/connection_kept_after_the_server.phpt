--TEST--
A connection that was open when its server went is closed; close is not called
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept = $conn->subscribe('c');
}, close: function () {
    echo "close\n";
});
$client = new WebSocketClient($server, serve($server));
$kept->send('never sent');
$kept->pause();
unset($server, $client->server);
var_dump($kept->isOpen(), $kept->bufferedBytes(), $kept->send('x')->name, $kept->close() === $kept);
$kept->resume();
$kept->subscribe('d')->unsubscribe('c');
try {
    $kept->ping(str_repeat('x', 126));
} catch (ValueError $error) {
    echo $error->getMessage(), "\n";
}
var_dump($kept->request->path, $kept->remotePort > 0 || listens_on('unix'), $kept->subprotocol);
--EXPECT--
bool(false)
int(0)
string(6) "Closed"
bool(true)
RtComm\Connection::ping(): Argument #1 ($data) must be at most 125 bytes, 126 given
string(1) "/"
bool(true)
NULL
