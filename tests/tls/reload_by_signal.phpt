--TEST--
SIGHUP reloads the certificates of all listeners while run() runs; faults go to the log
--EXTENSIONS--
openssl
posix
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';
require __DIR__ . '/../child.inc';

$pair = [sys_get_temp_dir() . '/rtcomm-signal-' . getmypid() . '.pem', sys_get_temp_dir() . '/rtcomm-signal-' . getmypid() . '.key'];
copy(certificate('server.pem'), $pair[0]);
copy(certificate('server.key'), $pair[1]);
$child = new Child('
    $server = new RtComm\Server();
    $server->onLog(function ($level, $message, $context) { echo "$level: $message\n"; });
    $server->handle("/chat", message: fn($conn, $data) => $conn->send($data));
    $tls = new RtComm\Tls("' . $pair[0] . '", "' . $pair[1] . '");
    $address = $server->listen("127.0.0.1:0", $tls);
    $server->listen("127.0.0.1:0", $tls);
    $server->loop->futureTick(function () use ($address) { echo "$address\n"; });
    $server->run();
');
$address = 'tls://' . $child->line();
$client = new WebSocketClient(null, $address, '/chat');
echo shown_year(null, $address), "\n";
copy(certificate('renewed.pem'), $pair[0]);
$child->signal(1);
echo str_replace(sys_get_temp_dir(), '', $child->line()), "\n";
echo shown_year(null, $address), "\n";
copy(certificate('renewed.key'), $pair[1]);
$child->signal(1);
echo $child->line(), "\n";
echo shown_year(null, $address), "\n";
echo $client->send('still here')->text(), "\n";
$child->signal(15);
echo $child->end(), "\n";
array_map('unlink', $pair);
?>
--EXPECTF--
2020
error: certificates were not reloaded: the private key in /rtcomm-signal-%d.key does not belong to the certificate in /rtcomm-signal-%d.pem
2020
info: certificates were read again
2021
still here
exit 0
