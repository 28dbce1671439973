--TEST--
connectRate: past its burst 429 with Retry-After; who insists is cut; it is again as much as the rate says
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['connectRate' => ['rate' => 0.001, 'burst' => 3], 'closeTimeout' => 60]);
$server->http('/', fn() => 'x');
$log = logs($server);
$address = $server->listen('127.0.0.1:0');
for ($i = 0; $i < 3; $i++) {
    $client = new HttpClient($server, $address);
    echo status($client->get('/')), "\n";
    $client->close();
}
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
        echo preg_replace('/(?<=Retry-After: )(\d+)/', 'N', show($client->received));
    }
}
var_dump([$told, $cut] === [8, 4]);
echo $log[0], "\n", $log[count($log) - 1], "\n";

/* How soon the second one is let in depends on the machine, but it is never too soon. */
$server = new RtComm\Server(null, ['connectRate' => ['rate' => 2, 'burst' => 1], 'closeTimeout' => 60]);
$server->http('/', fn() => 'x');
$address = $server->listen('127.0.0.1:0');
$start = microtime(true);
for ($welcome = 0; $welcome < 2; settle($server, 20)) {
    $client = new HttpClient($server, $address);
    $response = $client->get('/');
    $client->close();
    if (str_starts_with($response, 'HTTP/1.1 200 ')) {
        $welcome++;
    } elseif ($response !== '' && !str_contains($response, "\r\nRetry-After: 1\r\n")) {
        echo $response;
    }
}
var_dump(microtime(true) - $start > 0.4);
--EXPECT--
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 429 Too Many Requests
Content-Length: 43
Connection: close
Content-Type: text/plain; charset=utf-8
Retry-After: N

too many new connections from this address
bool(true)
info: too many new connections from this address
info: too many new connections from this address: 127.0.0.1
bool(true)
