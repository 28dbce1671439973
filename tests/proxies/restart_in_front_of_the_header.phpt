--TEST--
During a restart a proxy's connection that was accepted is served, though its PROXY header comes later
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$behind = new Behind(['trustedProxies' => ['127.0.0.1'], 'proxyProtocol' => true]);
$silent = $behind->connect();
$half = $behind->connect('PROXY TCP4 192.0.2.1');
settle($behind->server);
$behind->server->stop(600.0, restart: true);
settle($behind->server, 50);
$half->write(" 192.0.2.2 1 2\r\n");
foreach ([$half, $silent] as $client) {
    $header = $client === $silent ? v2_from('192.0.2.3', 1) : '';
    $client->write("{$header}GET /uri HTTP/1.1\r\nHost: test\r\n\r\n");
    echo status($client->all()), ' ', body($client->received), "\n";
    $client->close();
}
$behind->server->run();
echo "stopped\n";
--EXPECT--
HTTP/1.1 200 OK http://test/uri
HTTP/1.1 200 OK http://test/uri
stopped
