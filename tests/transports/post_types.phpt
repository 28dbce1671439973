--TEST--
Messages up: the content type says whether they are text or binary
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/', message: function ($conn, $data, $binary) {
    echo $binary ? 'binary ' . bin2hex($data) : "text '$data'", "\n";
});
$address = serve($server);
$client = new StreamClient($server, $address);
$client->text();
$types = [
    'text/plain' => 'hello', 'text/plain;charset=UTF-8' => 'ü', 'TEXT/Plain ; x=y' => 'case',
    'application/json' => '{"a":1}', '' => 'none',
    'application/octet-stream' => "\0\xff", 'Application/Octet-Stream; x=y' => "\x80",
];
foreach ($types as $type => $data) {
    echo brief(post($server, $address, "/?session=$client->token", $data, $type === '' ? null : $type));
}
echo brief(post($server, $address, "/?session=$client->token", ''));
echo brief(post($server, $address, "/?x=y&session=$client->token&z", 'more in the query'));
echo brief(post($server, $address, "/?cursor=$client->token.0", 'named by a cursor'));
$chunked = new HttpClient($server, $address);
$chunked->write("POST /?session=$client->token HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nchu\r\n4\r\nnked\r\n0\r\n\r\n");
echo show($chunked->response());
$two = "POST /?session=$client->token HTTP/1.1\r\nHost: test\r\nContent-Length: 3\r\n\r\n";
$chunked->write("{$two}one{$two}two");
echo brief($chunked->response()), brief($chunked->response());
echo $server->stats()['messagesIn'], "\n";
--EXPECT--
text 'hello'
204
text 'ü'
204
text 'case'
204
text '{"a":1}'
204
text 'none'
204
binary 00ff
204
binary 80
204
text ''
204
text 'more in the query'
204
text 'named by a cursor'
204
text 'chunked'
HTTP/1.1 204 No Content
Connection: keep-alive
Cache-Control: no-store
text 'one'
text 'two'
204
204
13
