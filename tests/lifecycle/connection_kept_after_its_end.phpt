--TEST--
A connection that is over answers every method
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/{room}', open: function ($conn) use (&$kept) {
    $kept = $conn;
});
$client = new WebSocketClient($server, serve($server), '/blue');
$client->sendClose()->all();
$check = function () use ($kept) {
    echo $kept->send('x')->name, ' ', $kept->sendBinary('x')->name, ' ', $kept->ping()->name, "\n";
    echo $kept->send(str_repeat('x', 100000))->name, "\n";
    var_dump($kept->close() === $kept, $kept->close(4000, 'x') === $kept, $kept->subscribe('c') === $kept);
    var_dump($kept->unsubscribe('c') === $kept, $kept->bufferedBytes(), $kept->isOpen());
    $kept->terminate();
    $kept->pause();
    $kept->resume();
    var_dump($kept->remoteAddress === client_ip());
    echo "$kept->id {$kept->request->path} {$kept->request->params['room']} {$kept->transport->name}\n";
};
$check();
unset($server, $client->server);
echo "without the server\n";
$check();
--EXPECT--
Closed Closed Closed
Closed
bool(true)
bool(true)
bool(true)
bool(true)
int(0)
bool(false)
bool(true)
1 /blue blue WebSocket
without the server
Closed Closed Closed
Closed
bool(true)
bool(true)
bool(true)
bool(true)
int(0)
bool(false)
bool(true)
1 /blue blue WebSocket
