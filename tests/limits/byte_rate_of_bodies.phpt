--TEST--
byteRate: a body may take longer than handshakeTimeout where it is only read slowly; pause and resume do not undo it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, [
    'byteRate' => ['rate' => 100000, 'burst' => 10000],
    'handshakeTimeout' => 0.2,
]);
$server->http('/', fn($request) => md5($request->body), methods: ['POST']);
$got = 0;
$server->handle('/ws', message: function ($conn, $data) use (&$got) {
    $got += strlen($data);
    $conn->pause();
    $conn->resume();
});
$address = serve($server);
$body = random_bytes(80000);
$start = microtime(true);
$response = (new HttpClient($server, $address))->request('POST', '/', [], $body);
echo status($response), "\n";
var_dump(body($response) === md5($body), microtime(true) - $start > 0.5);

$client = new HttpClient($server, $address);
$client->write("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 20000\r\n\r\n" . str_repeat('x', 15000));
echo status($client->all()), "\n";

$client = new WebSocketClient($server, $address, '/ws');
$start = microtime(true);
for ($i = 0; $i < 40; $i++) {
    $client->send(str_repeat('x', 1000));
}
until($server, function () use (&$got) {
    return $got === 40000;
});
var_dump(microtime(true) - $start > 0.2);
--EXPECT--
HTTP/1.1 200 OK
bool(true)
bool(true)
HTTP/1.1 408 Request Timeout
bool(true)
