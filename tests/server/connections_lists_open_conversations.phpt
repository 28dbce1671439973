--TEST--
connections() gives the open conversations, as of now
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept[] = $conn;
});
$server->http('/page', fn() => 'x');
$address = serve($server);
$http = new HttpClient($server, $address);
$http->get('/page');
var_dump(count($server->connections()));
for ($i = 0; $i < 3; $i++) {
    $clients[] = new WebSocketClient($server, $address);
}
$ids = function () use ($server) {
    $ids = array_map(fn($conn) => $conn->id, [...$server->connections()]);
    sort($ids);
    return implode(' ', $ids);
};
echo $ids(), "\n";
var_dump(in_array($kept[1], [...$server->connections()], true));
$kept[0]->close();
echo $ids(), "\n";
$clients[2]->sendClose()->all();
echo $ids(), "\n";
--EXPECT--
int(0)
2 3 4
bool(true)
3 4
3
