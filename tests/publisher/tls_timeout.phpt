--TEST--
The timeout bounds TLS's handshake, and what is no TLS is an exception
--EXTENSIONS--
rtcomm
openssl
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new ScriptedServer(<<<'PHP'
    $a = accept();
    note('accepted');
    stream_get_contents($a);
    $b = accept();
    fwrite($b, "HTTP/1.1 400 Bad Request\r\n\r\n");
    PHP);
$start = microtime(true);
echo attempt(new RtComm\Publisher("https://$server->address/feed", timeout: 1.0)), "\n";
var_dump(microtime(true) - $start >= 0.99);
echo $server->noted(), "\n";
echo attempt(new RtComm\Publisher("https://$server->address/feed", timeout: PATIENCE)), "\n";
?>
--EXPECTF--
0 Timed out after 1 s, connecting to SERVER
bool(true)
accepted
0 Cannot connect to SERVER: SSL%s
