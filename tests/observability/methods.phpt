--TEST--
metrics() and health() answer GET and HEAD
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
var_dump($server->metrics() === $server, $server->health() === $server);
$address = serve($server);
$client = new HttpClient($server, $address);
echo show($client->get('/health')), "\n", show($client->request('HEAD', '/health')), "\n";
$get = explode("\r\n\r\n", $client->get('/metrics'));
$head = explode("\r\n\r\n", $client->request('HEAD', '/metrics'));
var_dump($get[1] !== '', $head[1]);
echo preg_replace('/Content-Length: \d{4}/', 'Content-Length: N', show($head[0]));
foreach (['POST', 'DELETE'] as $method) {
    foreach (['/health', '/metrics'] as $path) {
        echo "\n", show((new HttpClient($server, $address))->request($method, $path, [], 'x'));
    }
}
--EXPECT--
bool(true)
bool(true)
HTTP/1.1 200 OK
Content-Length: 15
Connection: keep-alive
Content-Type: application/json
Cache-Control: no-store

{"status":"ok"}

HTTP/1.1 200 OK
Content-Length: 15
Connection: keep-alive
Content-Type: application/json
Cache-Control: no-store

bool(true)
string(0) ""
HTTP/1.1 200 OK
Content-Length: N
Connection: keep-alive
Content-Type: text/plain; version=0.0.4; charset=utf-8
Cache-Control: no-store

HTTP/1.1 405 Method Not Allowed
Content-Length: 32
Connection: close
Content-Type: text/plain; charset=utf-8
Allow: GET, HEAD

that method is not allowed here

HTTP/1.1 405 Method Not Allowed
Content-Length: 32
Connection: close
Content-Type: text/plain; charset=utf-8
Allow: GET, HEAD

that method is not allowed here

HTTP/1.1 405 Method Not Allowed
Content-Length: 32
Connection: close
Content-Type: text/plain; charset=utf-8
Allow: GET, HEAD

that method is not allowed here

HTTP/1.1 405 Method Not Allowed
Content-Length: 32
Connection: close
Content-Type: text/plain; charset=utf-8
Allow: GET, HEAD

that method is not allowed here
