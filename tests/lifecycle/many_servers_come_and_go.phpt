--TEST--
Servers that are made and dropped in a row share a loop without traces
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

for ($i = 0; $i < 50; $i++) {
    $server = new RtComm\Server();
    $server->handle('/', open: fn($conn) => $conn->subscribe('c')->send('hello'));
    $client = new WebSocketClient($server, serve($server));
    if ($client->text() !== 'hello') {
        echo "no answer from $i\n";
    }
    $client->server = null;
}
unset($server);
RtComm\Loop::get()->run();
echo "nothing left to wait for\n";
--EXPECT--
nothing left to wait for
