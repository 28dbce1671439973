--TEST--
A PROXY header that does not come within handshakeTimeout, or before the server stops
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$behind = new Behind(['trustedProxies' => ['127.0.0.1'], 'proxyProtocol' => true, 'handshakeTimeout' => 0.05]);
foreach (['', 'PROXY TCP4 1', substr(v2_from('192.0.2.1', 1), 0, 27)] as $bytes) {
    $client = $behind->connect($bytes);
    echo $client->all(), $behind->logged();
}
/* Behind it the time begins anew, for the request. */
echo status($behind->connect("PROXY UNKNOWN\r\n")->all()), "\n", $behind->logged();

$behind = new Behind(['trustedProxies' => ['127.0.0.1'], 'proxyProtocol' => true]);
$silent = $behind->connect();
$half = $behind->connect('PROXY ');
settle($behind->server);
$behind->server->stop(30.0);
echo $silent->all(), $half->all(), $behind->logged(), "stopped\n";
/* A server that goes. */
$behind = new Behind(['trustedProxies' => ['127.0.0.1'], 'proxyProtocol' => true]);
$half = $behind->connect('PROXY ');
settle($behind->server);
unset($behind);
$half->server = null;
gc_collect_cycles();
echo $half->all(), "gone\n";
--EXPECT--
warning: closed a connection of a trusted proxy: the PROXY header took longer than handshakeTimeout
warning: closed a connection of a trusted proxy: the PROXY header took longer than handshakeTimeout
warning: closed a connection of a trusted proxy: the PROXY header took longer than handshakeTimeout
HTTP/1.1 408 Request Timeout
info: the request took longer than handshakeTimeout
stopped
gone
