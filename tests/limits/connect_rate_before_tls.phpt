--TEST--
Where clients speak TLS, one that connects too fast is cut before its handshake
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
class_exists('RtComm\Tls') || die('skip built without TLS');
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['connectRate' => ['rate' => 0.001, 'burst' => 1], 'handshakeTimeout' => 60]);
$log = logs($server);
$pem = __DIR__ . '/../server.pem';
$address = $server->listen('127.0.0.1:0', new RtComm\Tls($pem, $pem));
$first = new Client($server, $address);
settle($server);
$second = new Client($server, $address);
var_dump($second->all());
$first->pump();
var_dump($first->ended, $server->stats()['connections']);
echo implode("\n", (array) $log), "\n";
--EXPECT--
string(0) ""
bool(false)
int(1)
info: too many new connections from this address: 127.0.0.1
