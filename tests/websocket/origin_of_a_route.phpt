--TEST--
handle() may set origins for its route
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['origins' => ['https://a.example']]);
$server->handle('/a', open: fn() => null);
$server->handle('/b', open: fn() => null, options: ['origins' => ['https://b.example']]);
$address = serve($server);
foreach (['/a', '/b'] as $path) {
    foreach (['https://a.example', 'https://b.example'] as $origin) {
        $client = new WebSocketClient($server, $address, $path, ['Origin' => $origin]);
        echo "$path $origin: ", substr($client->response, 9, 3), "\n";
    }
}
--EXPECT--
/a https://a.example: 101
/a https://b.example: 403
/b https://a.example: 403
/b https://b.example: 101
