--TEST--
An answer that comes before all was read is heard
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new ScriptedServer(<<<'PHP'
    $a = accept();
    fread($a, 1000);
    fwrite($a, answer('the body is too large', 413, "Connection: close\r\n"));
    $b = accept();
    fread($b, 1000);
    fwrite($b, answer('the body is too large', 413));
    $c = accept();
    request($c);
    fwrite($c, answer());
    PHP);
$publisher = new RtComm\Publisher("http://$server->address/feed", timeout: PATIENCE);
$data = str_repeat('0123456789abcdef', 1 << 20);
echo attempt($publisher, data: $data), "\n";
echo attempt($publisher, data: $data), "\n";
echo attempt($publisher), "\n";
?>
--EXPECT--
413 Refused by SERVER: 413 the body is too large
413 Refused by SERVER: 413 the body is too large
AAAAAAAAAAA:1
