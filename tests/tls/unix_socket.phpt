--TEST--
TLS on a unix socket
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server();
$path = sys_get_temp_dir() . '/rtcomm-tls-' . getmypid();
$address = $server->listen("unix:$path", tls());
var_dump($address === "unix:$path");
/* PHP's streams speak TLS with TCP alone. */
$relay = new Relay("tls://$address");
relay($server, $relay);
$client = new WebSocketClient($server, $relay->address, '/chat');
echo $client->send('through a file')->text(), "\n";
?>
--EXPECT--
bool(true)
through a file
