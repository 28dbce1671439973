--TEST--
Whatever says a body's length in two ways is refused, and nothing behind it is read as a request
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['closeTimeout' => 0.05]);
$seen = new ArrayObject();
$server->onLog(fn() => null);
$server->http('/', function ($request) use ($seen) {
    $seen[] = '/';
    return 'outer ' . $request->body;
}, methods: ['GET', 'POST']);
$server->http('/smuggled', function () use ($seen) {
    $seen[] = 'SMUGGLED';
    return 'x';
});
$address = serve($server);
$smuggled = "GET /smuggled HTTP/1.1\r\nHost: test\r\n\r\n";
$length = strlen($smuggled);
$chunked = "0\r\n\r\n$smuggled";
$cases = [
    'CL.TE' => ["Content-Length: $length\r\nTransfer-Encoding: chunked", $chunked],
    'TE.CL' => ["Transfer-Encoding: chunked\r\nContent-Length: 4", $chunked],
    'TE.TE' => ["Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", $chunked],
    'TE twice' => ["Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", $chunked],
    'TE chunked, chunked' => ['Transfer-Encoding: chunked, chunked', $chunked],
    'TE xchunked' => ['Transfer-Encoding: xchunked', $chunked],
    'TE identity' => ['Transfer-Encoding: identity', $smuggled],
    'TE with a tab' => ["Transfer-Encoding:\tchunked\r\nContent-Length: 0", $smuggled],
    'TE before a space' => ["Transfer-Encoding : chunked\r\nContent-Length: $length", $smuggled],
    'TE behind a vertical tab' => ["Transfer-Encoding: \vchunked", $chunked],
    'TE folded' => ["Transfer-Encoding:\r\n chunked", $chunked],
    'TE behind a bare LF' => ["X: y\nTransfer-Encoding: chunked\r\nContent-Length: $length", $chunked],
    'TE behind a bare CR' => ["X: y\rTransfer-Encoding: chunked\r\nContent-Length: $length", $chunked],
    'TE with NUL' => ["Transfer-Encoding: chunked\0", $chunked],
    'CL twice' => ["Content-Length: 0\r\nContent-Length: $length", $smuggled],
    'CL listed' => ["Content-Length: 0, $length", $smuggled],
    'CL signed' => ["Content-Length: +0", $smuggled],
    'CL negative' => ["Content-Length: -1", $smuggled],
    'CL hexadecimal' => ["Content-Length: 0x0", $smuggled],
    'CL empty' => ["Content-Length: ", $smuggled],
    'CL with a space' => ["Content-Length: 0 0", $smuggled],
    'CL beyond 64 bits' => ['Content-Length: 18446744073709551616', $smuggled],
    'chunk of 2^64' => ['Transfer-Encoding: chunked', "10000000000000000\r\n$smuggled"],
    'chunk signed' => ['Transfer-Encoding: chunked', "+0\r\n\r\n$smuggled"],
    'chunk with 0x' => ['Transfer-Encoding: chunked', "0x0\r\n\r\n$smuggled"],
    'chunk with a bare LF' => ['Transfer-Encoding: chunked', "0\n\n$smuggled"],
    'chunk too long' => ['Transfer-Encoding: chunked', "1\r\nxx\r\n0\r\n\r\n$smuggled"],
];
foreach ($cases as $name => [$fields, $body]) {
    $client = new Client($server, $address);
    $client->write("POST / HTTP/1.1\r\nHost: test\r\n$fields\r\n\r\n$body")->all();
    echo str_pad($name, 26), substr_count($client->received, "HTTP/1.1 "), ' answer: ', substr(status($client->received), 9), "\n";
}
echo implode(' ', (array) $seen) ?: 'nothing was handled', "\n";
--EXPECT--
CL.TE                     1 answer: 400 Bad Request
TE.CL                     1 answer: 400 Bad Request
TE.TE                     1 answer: 400 Bad Request
TE twice                  1 answer: 400 Bad Request
TE chunked, chunked       1 answer: 400 Bad Request
TE xchunked               1 answer: 400 Bad Request
TE identity               1 answer: 400 Bad Request
TE with a tab             1 answer: 400 Bad Request
TE before a space         1 answer: 400 Bad Request
TE behind a vertical tab  1 answer: 400 Bad Request
TE folded                 1 answer: 400 Bad Request
TE behind a bare LF       1 answer: 400 Bad Request
TE behind a bare CR       1 answer: 400 Bad Request
TE with NUL               1 answer: 400 Bad Request
CL twice                  1 answer: 400 Bad Request
CL listed                 1 answer: 400 Bad Request
CL signed                 1 answer: 400 Bad Request
CL negative               1 answer: 400 Bad Request
CL hexadecimal            1 answer: 400 Bad Request
CL empty                  1 answer: 400 Bad Request
CL with a space           1 answer: 400 Bad Request
CL beyond 64 bits         1 answer: 400 Bad Request
chunk of 2^64             1 answer: 400 Bad Request
chunk signed              1 answer: 400 Bad Request
chunk with 0x             1 answer: 400 Bad Request
chunk with a bare LF      1 answer: 400 Bad Request
chunk too long            1 answer: 400 Bad Request
nothing was handled
