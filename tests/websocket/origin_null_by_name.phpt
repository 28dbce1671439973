--TEST--
The origin "null" is allowed only where it is listed
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['origins' => ['null']]);
$server->handle('/', open: fn() => null);
$address = serve($server);
foreach (['null', 'http://test'] as $origin) {
    $client = new WebSocketClient($server, $address, '/', ['Origin' => $origin]);
    echo substr($client->response, 9, 3), "\n";
}
--EXPECT--
101
403
