--TEST--
A conversation over long polls, byte by byte: its first answer, text, binary, nothing, close
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
$server->handle('/chat', open: function ($conn) use (&$opened) {
    $opened = $conn;
});
$client = new HttpClient($server, serve($server));
$response = $client->get('/chat');
$token = json_decode(body($response), true)['session'];
var_dump(preg_match('/^[A-Za-z0-9_-]{22}$/', $token));
$show = fn(string $response) => print str_replace($token, 'TOKEN', show($response)) . "\n";
$show($response);

$opened->send('text');
$opened->send("\"\\/\n\u{1}\u{2028}ü\u{1f600}");
$opened->sendBinary("\0\xff");
$opened->sendBinary('');
$show($client->get("/chat?cursor=$token.0"));
$show($client->get("/chat?cursor=$token.4&wait=0"));
$opened->send('last');
$opened->close(4000, 'bye "you"');
$show($client->get("/chat?cursor=$token.4"));
$show($client->get("/chat?cursor=$token.5"));
--EXPECT--
int(1)
HTTP/1.1 200 OK
Content-Length: 86
Connection: keep-alive
Content-Type: application/json
Cache-Control: no-store

{"session":"TOKEN","cursor":"TOKEN.0","messages":[]}

HTTP/1.1 200 OK
Content-Length: 260
Connection: keep-alive
Content-Type: application/json
Cache-Control: no-store

{"cursor":"TOKEN.4","messages":[{"id":"TOKEN.1","data":"text"},{"id":"TOKEN.2","data":"\"\\/\n\u0001 ü😀"},{"id":"TOKEN.3","binary":"AP8="},{"id":"TOKEN.4","binary":""}]}

HTTP/1.1 200 OK
Content-Length: 51
Connection: keep-alive
Content-Type: application/json
Cache-Control: no-store

{"cursor":"TOKEN.4","messages":[]}

HTTP/1.1 200 OK
Content-Length: 144
Connection: keep-alive
Content-Type: application/json
Cache-Control: no-store

{"closed":{"code":4000,"reason":"bye \"you\""},"cursor":"TOKEN.5","messages":[{"id":"TOKEN.5","data":"last"}]}

HTTP/1.1 410 Gone
Content-Length: 34
Connection: close
Content-Type: text/plain; charset=utf-8

there is no such session any more
