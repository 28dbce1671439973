--TEST--
Connections are keys of SplObjectStorage and WeakMap, and equal only themselves
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$clients = new SplObjectStorage();
$names = new WeakMap();
$server->handle('/{name}', open: function ($conn) use ($clients, $names) {
    $clients[$conn] = null;
    $names[$conn] = $conn->request->params['name'];
}, message: function ($conn, $data) use ($clients, $names) {
    foreach ($clients as $client) {
        if ($client != $conn) {
            $client->send("$names[$conn]: $data");
        }
    }
    var_dump(isset($clients[$conn]), $conn == $conn, $conn === $conn);
}, close: function ($conn) use ($clients, $names) {
    unset($clients[$conn]);
    echo "$names[$conn] leaves\n";
});
$address = serve($server);
$ann = new WebSocketClient($server, $address, '/ann');
$bob = new WebSocketClient($server, $address, '/bob');
$bob->send('hello');
echo $ann->text(), "\n";
$bob->sendClose()->all();
$server->tick();
var_dump(count($clients), count($names));
--EXPECT--
bool(true)
bool(true)
bool(true)
bob: hello
bob leaves
int(1)
int(1)
