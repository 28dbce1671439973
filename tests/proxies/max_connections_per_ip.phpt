--TEST--
maxConnectionsPerIp counts the clients of trusted proxies, and not what proxies keep open
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$behind = new Behind(['trustedProxies' => ['127.0.0.1'], 'maxConnectionsPerIp' => 1]);
/* Connections without a request, and such that wait for the next one, are nobody's. */
$idle = [$behind->connect(), $behind->connect(), $behind->connect()];
settle($behind->server);
foreach ($idle as $client) {
    echo body($client->get('/uri', ['X-Forwarded-For' => '192.0.2.1'])), "\n";
}
$socket = fn(string $ip) => new WebSocketClient($behind->server, $behind->address, '/who', ['X-Forwarded-For' => $ip]);
$first = $socket('192.0.2.1');
echo strtok($first->response, "\r"), "\n";
echo strtok($socket('192.0.2.1')->response, "\r"), "\n";
$second = $socket('192.0.2.2');
echo strtok($second->response, "\r"), "\n";
$first->close();
settle($behind->server);
$third = $socket('192.0.2.1');
echo strtok($third->response, "\r"), "\n";
/* Requests on one connection in turns. */
$client = $behind->connect();
foreach (['192.0.2.3', '192.0.2.4', '192.0.2.3'] as $ip) {
    echo status($client->get('/uri', ['X-Forwarded-For' => $ip])), "\n";
}
echo status($client->get('/uri', ['X-Forwarded-For' => '192.0.2.1'])), "\n";
--EXPECT--
http://test/uri
http://test/uri
http://test/uri
HTTP/1.1 101 Switching Protocols
HTTP/1.1 503 Service Unavailable
HTTP/1.1 101 Switching Protocols
HTTP/1.1 101 Switching Protocols
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 503 Service Unavailable
