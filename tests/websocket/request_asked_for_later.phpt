--TEST--
The request of a conversation is whole whenever it is asked for: in a message, and after the end
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('the request offers more');
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$kept = null;
$server->handle('/a', open: function ($conn) use (&$kept) {
    $kept ??= $conn;
}, message: function ($conn) {
    $conn->send(json_encode([$conn->request->target, $conn->request->headers()]));
});
$address = serve($server);
$fields = ['X-Twice' => 'a', 'cookie' => 'b=c', 'Accept' => '*/*', 'User-Agent' => str_repeat('long ', 60) . 'end'];
$first = new WebSocketClient($server, $address, '/a?b=c%20d', $fields);
$second = new WebSocketClient($server, $address, '/a?second', ['Accept' => 'text/html']);
$second->send('');
[$target, $headers] = json_decode($second->text(), true);
ksort($headers);
echo $target, "\n", implode(' ', array_keys($headers)), "\n", $headers['accept'], ' ', strlen($headers['sec-websocket-key']), "\n";
$second->send('');
var_dump(json_decode($second->text(), true)[0] === $target);
$kept->terminate();
until($server, fn() => count($server->connections()) === 1);
$request = $kept->request;
var_dump($request === $kept->request, $request->getUri()->getScheme() === scheme());
echo "$request->method $request->path $request->protocolVersion {$request->query('b')} {$request->cookie('b')}\n";
var_dump($request->header('x-twice'), $request->header('Accept'), $request->header('User-Agent') === $fields['User-Agent']);
--EXPECT--
/a?second
accept connection host sec-websocket-key sec-websocket-version upgrade
text/html 24
bool(true)
bool(true)
bool(true)
GET /a 1.1 c d c
string(1) "a"
string(3) "*/*"
bool(true)
