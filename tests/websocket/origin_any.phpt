--TEST--
'*' allows every origin
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['origins' => ['*']]);
$server->handle('/', open: fn() => null);
$address = serve($server);
foreach (['https://a.example', 'null', 'file://'] as $origin) {
    $client = new WebSocketClient($server, $address, '/', ['Origin' => $origin]);
    echo substr($client->response, 9, 3), "\n";
}
--EXPECT--
101
101
101
