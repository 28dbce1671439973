--TEST--
Over https the certificate is verified, and the connection is kept, also from a child's end
--EXTENSIONS--
rtcomm
openssl
pcntl
--FILE--
<?php
require __DIR__ . '/server.inc';
require __DIR__ . '/tls.inc';

$certificate = new Certificate();
$server = new ScriptedServer(<<<'PHP'
    $a = accept_tls();
    $b = accept_tls();
    for ($i = 1; $i <= 4; $i++) {
        note(md5(request($b)));
        fwrite($b, answer("AAAAAAAAAAA:$i"));
    }
    fclose($b);
    note('closed');
    $c = accept_tls();
    request($c);
    fwrite($c, answer("AAAAAAAAAAA:5"));
    PHP, ssl: ['local_cert' => "$certificate->path.pem"]);
$publisher = new RtComm\Publisher("https://$server->address/feed", timeout: PATIENCE);
echo attempt($publisher), "\n";
putenv("SSL_CERT_FILE=$certificate->path.pem");
foreach (['hello', str_repeat('0123456789abcdef', 1 << 18), 'hello'] as $data) {
    echo attempt($publisher, data: $data), ' ', var_export($server->noted() === md5(
        "POST /feed/news HTTP/1.1\r\nHost: $server->address\r\nContent-Type: text/plain; charset=utf-8\r\n"
        . 'Content-Length: ' . strlen($data) . "\r\n\r\n$data"
    ), true), "\n";
}
/* Ending TLS would be a record over the parent's connection. */
if (($pid = pcntl_fork()) === 0) {
    exit(0);
}
pcntl_waitpid($pid, $status);
echo attempt($publisher), "\n";
$server->noted();
echo $server->noted(), "\n", attempt($publisher), "\n";
?>
--EXPECTF--
0 Cannot connect to SERVER: SSL operation failed with code 1. OpenSSL Error messages: error:%scertificate verify failed
AAAAAAAAAAA:1 true
AAAAAAAAAAA:2 true
AAAAAAAAAAA:3 true
AAAAAAAAAAA:4
closed
AAAAAAAAAAA:5
