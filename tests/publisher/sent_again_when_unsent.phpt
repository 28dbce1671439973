--TEST--
A publication is sent again when the kept connection broke before all of it was sent
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new ScriptedServer(<<<'PHP'
    $a = accept();
    request($a);
    fwrite($a, answer('AAAAAAAAAAA:1'));
    $read = [$a];
    stream_select($read, $write, $except, (int) PATIENCE);
    fclose($a);
    $b = accept();
    note(md5(substr(strstr(request($b), "\r\n\r\n"), 4)));
    fwrite($b, answer('AAAAAAAAAAA:2'));
    fclose($b);
    $c = accept();
    $read = [$c];
    stream_select($read, $write, $except, (int) PATIENCE);
    fclose($c);
    note('closed');
    PHP);
$publisher = new RtComm\Publisher("http://$server->address/feed", timeout: PATIENCE);
$data = str_repeat('0123456789abcdef', 1 << 20);
echo attempt($publisher), "\n";
echo attempt($publisher, data: $data), ' ', var_export($server->noted() === md5($data), true), "\n";
/* Over a new connection there is no second attempt. */
echo attempt($publisher, data: $data), "\n", $server->noted(), "\n";
echo $server->end(), "\n";
?>
--EXPECTF--
AAAAAAAAAAA:1
AAAAAAAAAAA:2 true
0 Cannot send to SERVER: %s
closed
exit 0
