--TEST--
Reloaded certificates are for new clients; connections that there are go on
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$pair = [sys_get_temp_dir() . '/rtcomm-reload-' . getmypid() . '.pem', sys_get_temp_dir() . '/rtcomm-reload-' . getmypid() . '.key'];
copy(certificate('server.pem'), $pair[0]);
copy(certificate('server.key'), $pair[1]);
$server = echo_server();
$tls = new RtComm\Tls(...$pair);
$address = serve_tls($server, $tls);
$client = new WebSocketClient($server, $address, '/chat');
echo shown_year($server, $address), "\n";

/* A key without its certificate: nothing changes. */
copy(certificate('renewed.key'), $pair[1]);
try {
    $tls->reload();
} catch (RtComm\RuntimeException $e) {
    echo get_class($e), ': ', str_replace(sys_get_temp_dir(), '', $e->getMessage()), "\n";
}
echo shown_year($server, $address), "\n";

copy(certificate('renewed.pem'), $pair[0]);
$tls->reload();
echo shown_year($server, $address), "\n";
echo $client->send('still here')->text(), "\n";
array_map('unlink', $pair);
?>
--EXPECTF--
2020
RtComm\RuntimeException: the private key in /rtcomm-reload-%d.key does not belong to the certificate in /rtcomm-reload-%d.pem
2020
2021
still here
