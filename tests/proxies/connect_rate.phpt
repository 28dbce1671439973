--TEST--
connectRate is that of the clients of a proxy: each request is a connect of its client, or each PROXY header
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$rate = ['connectRate' => ['rate' => 0.001, 'burst' => 2], 'trustedProxies' => ['127.0.0.1']];
$behind = new Behind($rate);
$client = $behind->connect();
foreach (['192.0.2.1', '192.0.2.2', '192.0.2.1', '192.0.2.2'] as $ip) {
    echo "$ip ", status($client->get('/uri', ['X-Forwarded-For' => $ip])), "\n";
}
echo status($behind->connect()->get('/uri', ['X-Forwarded-For' => '192.0.2.3'])), "\n";
echo status($client->get('/uri', ['X-Forwarded-For' => '192.0.2.1'])), "\n";
/* The proxy itself is not limited. */
for ($i = 0; $i < 5; $i++) {
    $statuses[] = status($behind->connect()->get('/uri'));
}
echo implode(', ', array_unique($statuses)), "\n";

$behind = new Behind($rate + ['proxyProtocol' => true]);
foreach (['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2'] as $ip) {
    $client = $behind->connect(v2_from($ip, 1));
    $first = status($client->get('/uri'));
    echo "$ip $first", $first === 'HTTP/1.1 200 OK' ? ', ' . status($client->get('/uri')) : '', "\n";
}
--EXPECT--
192.0.2.1 HTTP/1.1 200 OK
192.0.2.2 HTTP/1.1 200 OK
192.0.2.1 HTTP/1.1 200 OK
192.0.2.2 HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 429 Too Many Requests
HTTP/1.1 200 OK
192.0.2.1 HTTP/1.1 200 OK, HTTP/1.1 200 OK
192.0.2.1 HTTP/1.1 200 OK, HTTP/1.1 200 OK
192.0.2.1 HTTP/1.1 429 Too Many Requests
192.0.2.2 HTTP/1.1 200 OK, HTTP/1.1 200 OK
