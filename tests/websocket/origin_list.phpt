--TEST--
The option origins lists what is allowed: whole origins, hosts, and hosts with ports
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['origins' => ['https://a.example', 'b.example', 'c.example:8080']]);
$server->handle('/', open: fn() => null);
$address = serve($server);
foreach (
    [
        'https://a.example', 'http://a.example', 'https://a.example:443', 'https://a.example:444',
        'http://b.example', 'https://b.example', 'http://b.example:8080', 'http://sub.b.example',
        'http://c.example:8080', 'http://c.example', 'http://test', 'null',
    ] as $origin
) {
    $client = new WebSocketClient($server, $address, '/', ['Origin' => $origin]);
    echo "$origin: ", substr($client->response, 9, 3), "\n";
}
--EXPECT--
https://a.example: 101
http://a.example: 403
https://a.example:443: 101
https://a.example:444: 403
http://b.example: 101
https://b.example: 101
http://b.example:8080: 101
http://sub.b.example: 403
http://c.example:8080: 101
http://c.example: 403
http://test: 403
null: 403
