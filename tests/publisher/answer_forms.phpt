--TEST--
Answers may be chunked, end with the connection, come byte by byte, or behind interim ones
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new ScriptedServer(<<<'PHP'
    $a = accept();
    foreach ([
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\n{\"id\"\r\n9\r\n:\"AAA:1\"}\r\n0\r\nT: x\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" . answer('AAA:2'),
    ] as $answer) {
        request($a);
        foreach (str_split($answer, 7) as $piece) {
            fwrite($a, $piece);
            usleep(500);
        }
    }
    request($a);
    fwrite($a, "HTTP/1.1 200 OK\r\n\r\n" . '{"id":"AAA:3"}');
    fclose($a);
    $a = accept();
    request($a);
    fwrite($a, "HTTP/1.0 200 OK\r\nContent-Length: 14\r\n\r\n" . '{"id":"AAA:4"}');
    note(request($a) === '' ? 'closed' : 'used again');
    PHP);
$publisher = new RtComm\Publisher("http://$server->address/feed", timeout: PATIENCE);
for ($i = 0; $i < 4; $i++) {
    echo attempt($publisher), "\n";
}
echo $server->noted(), "\n";
?>
--EXPECT--
AAA:1
AAA:2
AAA:3
AAA:4
closed
