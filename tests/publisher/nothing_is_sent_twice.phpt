--TEST--
What was sent as a whole is not sent again: it may have been accepted
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new ScriptedServer(<<<'PHP'
    $a = accept();
    request($a);
    fwrite($a, answer('AAAAAAAAAAA:1'));
    note(substr(request($a), -5));
    fclose($a);
    $b = accept();
    note(substr(request($b), -5));
    fwrite($b, "HTTP/1.1 200 OK\r\nContent-Le");
    fclose($b);
    $c = accept();
    note(substr(request($c), -5));
    fwrite($c, answer('AAAAAAAAAAA:2'));
    PHP);
$publisher = new RtComm\Publisher("http://$server->address/feed", timeout: PATIENCE);
echo attempt($publisher), "\n";
echo attempt($publisher, data: 'two..'), "\n", $server->noted(), "\n";
echo attempt($publisher, data: 'three'), "\n", $server->noted(), "\n";
echo attempt($publisher, data: 'four.'), "\n", $server->noted(), "\n";
?>
--EXPECT--
AAAAAAAAAAA:1
0 No answer from SERVER: the server closed the connection; the publication may have been accepted
two..
0 The answer of SERVER is not one of RtComm: the connection ended in the middle of it
three
AAAAAAAAAAA:2
four.
