--TEST--
What is not RtComm's answer is an exception, and its connection is given up if it must be
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new ScriptedServer(<<<'PHP'
    $ok = fn(string $body) => "HTTP/1.1 200 OK\r\nContent-Length: " . strlen($body) . "\r\n\r\n$body";
    serve_all(array_map($ok, [
        '', 'hello', '[]', '{}', '"AA:1"', '{"id":1}', '{"id":""}', '{"id":"AA"}', '{"id":":1"}', '{"id":"AA:"}',
        '{"id":"AA:1x"}', '{"id":"A A:1"}', '{"id":"AA:1\u0000"}', '{"id":"AA:1"', '{"id":"AA:1","x":[[[[[1]]]]]}',
        '{"id":"' . str_repeat('A', 300) . ':1"}',
        '{"receivers":3,"id":"-_Aa9:18446744073709551615","more":null}',
    ]));
    fclose($accepted[0]);
    note('through');
    foreach ([
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 200 OK\nContent-Length: 0\n\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n" . str_repeat('a', 1048577),
        "HTTP/1.1 200 OK\r\nX: " . str_repeat('a', 65536),
    ] as $answer) {
        $a = accept();
        request($a);
        @fwrite($a, $answer);
        note(request($a) === '' ? 'closed' : 'used again');
    }
    PHP);
$publisher = new RtComm\Publisher("http://$server->address/feed", timeout: PATIENCE);
for ($i = 0; $i < 17; $i++) {
    $results[] = attempt($publisher);
}
print_r(array_count_values($results));
echo $server->noted(), "\n";
for ($i = 0; $i < 10; $i++) {
    echo attempt($publisher), "\n", $server->noted(), "\n";
}
?>
--EXPECT--
Array
(
    [200 The answer of SERVER is not one of RtComm: it holds no id of a publication] => 16
    [-_Aa9:18446744073709551615] => 1
)
through
0 The answer of SERVER is not one of RtComm: it is not HTTP/1.1
closed
0 The answer of SERVER is not one of RtComm: it is not HTTP/1.1
closed
0 The answer of SERVER is not one of RtComm: a line of its head ends without CR
closed
0 The answer of SERVER is not one of RtComm: malformed Content-Length
closed
0 The answer of SERVER is not one of RtComm: a transfer coding that is not chunked
closed
200 The answer of SERVER is not one of RtComm: malformed chunk
closed
0 The answer of SERVER is not one of RtComm: a change of protocols that nobody has asked for
closed
0 The answer of SERVER is not one of RtComm: its content is longer than 1 MiB
closed
200 The answer of SERVER is not one of RtComm: its content is longer than 1 MiB
closed
0 The answer of SERVER is not one of RtComm: its head is longer than 64 KiB
closed
