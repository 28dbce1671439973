--TEST--
A connection over which the server has said something unasked is not used again
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new ScriptedServer(<<<'PHP'
    $a = accept();
    request($a);
    fwrite($a, answer('AAAAAAAAAAA:1') . "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
    $b = accept();
    request($b);
    fwrite($b, answer('AAAAAAAAAAA:2'));
    fwrite($b, "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
    note('said');
    $c = accept();
    request($c);
    fwrite($c, answer('AAAAAAAAAAA:3', fields: "Connection: close\r\n"));
    note(request($c) === '' ? 'closed' : 'not closed');
    $d = accept();
    request($d);
    fwrite($d, answer('AAAAAAAAAAA:4'));
    PHP);
$publisher = new RtComm\Publisher("http://$server->address/feed", timeout: PATIENCE);
echo attempt($publisher), "\n";
echo attempt($publisher), ' ', $server->noted(), "\n";
echo attempt($publisher), ' ', $server->noted(), "\n";
echo attempt($publisher), "\n";
?>
--EXPECT--
AAAAAAAAAAA:1
AAAAAAAAAAA:2 said
AAAAAAAAAAA:3 closed
AAAAAAAAAAA:4
