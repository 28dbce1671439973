--TEST--
HTTP/1.0 clients: polls end with their connections, or go on with keep-alive; streams end with them anyway
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('it shows whole heads');
?>
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->send('hello'), message: fn($conn, $data) => $conn->close());
$address = serve($server);
$client = new HttpClient($server, $address);
$client->write("GET / HTTP/1.0\r\n\r\n");
$all = $client->all();
preg_match('/"session":"([^"]+)"/', $all, $match);
echo preg_replace('/[\w-]{22}(?=[."])/', 'TOKEN', show($all));
$client = new HttpClient($server, $address);
$client->write("POST /?session=$match[1] HTTP/1.0\r\nContent-Length: 1\r\n\r\nx");
echo show($client->all());
$client = new HttpClient($server, $address);
$client->write("GET /?cursor=$match[1].1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
echo str_replace($match[1], 'TOKEN', show($client->response()));
$client = new Client($server, $address);
$client->write("GET / HTTP/1.0\r\nAccept: text/event-stream\r\n\r\n");
$client->wait(fn() => str_contains($client->received, 'hello'));
echo preg_replace('/[\w-]{22}(?=[."])/', 'TOKEN', show($client->received));
var_dump($client->ended);
--EXPECT--
HTTP/1.1 200 OK
Content-Length: 134
Connection: close
Content-Type: application/json
Cache-Control: no-store

{"session":"TOKEN","cursor":"TOKEN.1","messages":[{"id":"TOKEN.1","data":"hello"}]}
HTTP/1.1 204 No Content
Connection: close
Cache-Control: no-store
HTTP/1.1 200 OK
Content-Length: 86
Connection: keep-alive
Content-Type: application/json
Cache-Control: no-store

{"closed":{"code":1000,"reason":""},"cursor":"TOKEN.1","messages":[]}
HTTP/1.1 200 OK
Connection: close
Content-Type: text/event-stream
Cache-Control: no-cache, no-transform
X-Accel-Buffering: no

id: TOKEN.0
event: open
data: {"session":"TOKEN"}

id: TOKEN.1
data: hello
bool(false)
