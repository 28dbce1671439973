--TEST--
connectRate: past its burst 429 with Retry-After; who insists is cut; it is again as much as the rate says
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['connectRate' => ['rate' => 2, 'burst' => 3], 'closeTimeout' => 60]);
$server->http('/', fn() => 'x');
$log = logs($server);
$address = $server->listen('127.0.0.1:0');
for ($i = 0; $i < 3; $i++) {
    $client = new HttpClient($server, $address);
    echo status($client->get('/')), "\n";
    $client->close();
}
$start = microtime(true);
for ($i = 0; $i < 12; $i++) {
    $refused[] = new HttpClient($server, $address);
}
settle($server, 30);
$told = $cut = 0;
foreach ($refused as $client) {
    $client->wait(fn() => $client->ended || str_contains($client->received, 'address'));
    if ($client->received === '') {
        $cut++;
    } elseif ($told++ === 0) {
        echo show($client->received);
    }
}
/* A slow machine may have welcomed one or two meanwhile. */
$slow = microtime(true) - $start > 0.4;
var_dump($slow || [$told, $cut] === [8, 4]);
until($server, fn() => microtime(true) > $start + 1.6);
foreach ($refused as $client) {
    $client->close();
}
echo status((new HttpClient($server, $address))->get('/')), "\n";
echo $log[0], "\n", $log[count($log) - 1], "\n";
--EXPECT--
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 429 Too Many Requests
Content-Length: 43
Connection: close
Content-Type: text/plain; charset=utf-8
Retry-After: 1

too many new connections from this address
bool(true)
HTTP/1.1 200 OK
info: too many new connections from this address
info: too many new connections from this address: 127.0.0.1
