--TEST--
By default an origin must be the host that was asked
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn() => null);
$address = serve($server);
$cases = [
    ['http://test', 'test'],
    ['https://test', 'test'],
    ['http://TEST', 'test'],
    ['http://test:80', 'test'],
    ['http://test:8080', 'test:8080'],
    ['http://test:8080', 'test'],
    ['http://test', 'test:8080'],
    ['http://other', 'test'],
    ['http://test.other', 'test'],
    ['http://nottest', 'test'],
    ['null', 'test'],
    ['', 'test'],
    ['http://[::1]:8080', '[::1]:8080'],
];
foreach ($cases as [$origin, $host]) {
    $client = new WebSocketClient($server, $address, '/', ['Origin' => $origin, 'Host' => $host]);
    echo "$origin at $host: ", status("$client->response\r\n"), "\n";
}
--EXPECT--
http://test at test: HTTP/1.1 101 Switching Protocols
https://test at test: HTTP/1.1 101 Switching Protocols
http://TEST at test: HTTP/1.1 101 Switching Protocols
http://test:80 at test: HTTP/1.1 101 Switching Protocols
http://test:8080 at test:8080: HTTP/1.1 101 Switching Protocols
http://test:8080 at test: HTTP/1.1 403 Forbidden
http://test at test:8080: HTTP/1.1 403 Forbidden
http://other at test: HTTP/1.1 403 Forbidden
http://test.other at test: HTTP/1.1 403 Forbidden
http://nottest at test: HTTP/1.1 403 Forbidden
null at test: HTTP/1.1 403 Forbidden
 at test: HTTP/1.1 403 Forbidden
http://[::1]:8080 at [::1]:8080: HTTP/1.1 101 Switching Protocols
