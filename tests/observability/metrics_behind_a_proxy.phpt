--TEST--
metrics() behind a proxy that is trusted: the client has to be on this machine
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['trustedProxies' => ['127.0.0.1', 'unix']]);
$server->metrics();
$address = serve($server);
foreach (['192.0.2.1', '127.0.0.1', '::1'] as $client) {
    echo $client, ' ', status((new HttpClient($server, $address))->get('/metrics', ['X-Forwarded-For' => $client])), "\n";
}
--EXPECT--
192.0.2.1 HTTP/1.1 403 Forbidden
127.0.0.1 HTTP/1.1 200 OK
::1 HTTP/1.1 200 OK
