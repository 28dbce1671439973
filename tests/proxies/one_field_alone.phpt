--TEST--
Only the field that forwardedHeader names is read: a proxy passes the others on as clients sent them
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$others = "X-Real-IP: 192.0.2.2\r\nX-Client-IP: 192.0.2.3\r\nVia: 1.1 192.0.2.4\r\nX-Forwarded: for=192.0.2.5\r\n";
$x = new Behind(['trustedProxies' => ['127.0.0.1']]);
echo $x->who("Forwarded: for=192.0.2.1\r\n$others"), "\n";
echo $x->who("Forwarded: for=192.0.2.1\r\nX-Forwarded-For: 192.0.2.9\r\n$others"), "\n";
$standard = new Behind(['trustedProxies' => ['127.0.0.1'], 'forwardedHeader' => 'forwarded']);
echo $standard->who("X-Forwarded-For: 192.0.2.1\r\n$others"), "\n";
echo $standard->who("X-Forwarded-For: 192.0.2.1\r\nForwarded: for=192.0.2.9\r\n$others"), "\n";
/* Neither is a word about the scheme. */
foreach ([$x, $standard] as $behind) {
    $client = $behind->connect();
    echo body($client->get('/uri', [$behind === $x ? 'Forwarded' : 'X-Forwarded-Proto' => $behind === $x ? 'proto=https' : 'https'])), "\n";
}
--EXPECT--
127.0.0.1 port its own
192.0.2.9 port 0
127.0.0.1 port its own
192.0.2.9 port 0
http://test/uri
http://test/uri
