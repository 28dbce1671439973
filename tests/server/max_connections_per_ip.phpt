--TEST--
Connections beyond maxConnectionsPerIp get 503
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['maxConnectionsPerIp' => 2]);
$server->http('/', fn() => 'x');
$address = $server->listen('127.0.0.1:0');
for ($i = 0; $i < 3; $i++) {
    $clients[$i] = new HttpClient($server, $address);
    $clients[$i]->write("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
    echo show($clients[$i]->response());
}
$clients[2]->close();
$clients[1]->close();
until($server, fn() => $server->stats()['connections'] === 1);
echo status((new HttpClient($server, $address))->get('/')), "\n";
--EXPECT--
HTTP/1.1 200 OK
Content-Length: 1
Connection: keep-alive
Content-Type: text/plain; charset=utf-8

x
HTTP/1.1 200 OK
Content-Length: 1
Connection: keep-alive
Content-Type: text/plain; charset=utf-8

x
HTTP/1.1 503 Service Unavailable
Content-Length: 39
Connection: close
Content-Type: text/plain; charset=utf-8

too many connections from this address
HTTP/1.1 200 OK
