--TEST--
Callbacks may add routes, listeners and log callbacks while they run
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: function ($conn, $data) use ($server) {
    $server->handle("/$data", open: fn($conn) => $conn->send('new'));
    $server->http("/page/$data", fn() => "page of $data");
    $server->onLog(fn() => null);
    $conn->send('added');
});
$address = serve($server);
$client = new WebSocketClient($server, $address);
for ($i = 0; $i < 20; $i++) {
    $client->send("r$i");
    $client->text();
}
echo (new WebSocketClient($server, $address, '/r19'))->text(), "\n";
echo body((new HttpClient($server, $address))->get('/page/r7')), "\n";
--EXPECT--
new
page of r7
