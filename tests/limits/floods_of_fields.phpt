--TEST--
Floods of fields, parameters and cookies: 431 beyond 100 fields, and no more parameters than PHP takes itself
--EXTENSIONS--
rtcomm
--INI--
max_input_vars=50
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['closeTimeout' => 0.05]);
$server->onLog(fn() => null);
$server->http('/', fn($request) => count($request->headers()) . ' ' . count($request->query()) . ' ' . count($request->cookie()));
$address = serve($server);
$ask = function (string $query, string $fields) use ($server, $address) {
    $client = new Client($server, $address);
    $client->write("GET /?$query HTTP/1.1\r\nHost: test\r\nConnection: close\r\n$fields\r\n")->all();
    echo substr(status($client->received), 9), ': ', trim(body($client->received)), "\n";
};
$fields = fn(int $count) => implode('', array_map(fn($i) => "X-$i: y\r\n", range(1, $count)));
$ask('', $fields(98));
$ask('', $fields(99));
$ask('', $fields(1000));
$ask('', str_repeat('x', 15000) . ": y\r\n");
$ask('', str_repeat('x', 17000) . ": y\r\n");
$ask('', str_repeat("Same: y\r\n", 98));
@$ask(implode('&', array_map(fn($i) => "p$i=$i", range(1, 50))), '');
@$ask(implode('&', array_map(fn($i) => "p$i=$i", range(1, 500))), '');
@$ask('', 'Cookie: ' . implode('; ', array_map(fn($i) => "c$i=$i", range(1, 500))) . "\r\n");
--EXPECT--
200 OK: 100 0 0
431 Request Header Fields Too Large: too many header fields
431 Request Header Fields Too Large: too many header fields
200 OK: 3 0 0
431 Request Header Fields Too Large: the request's head is too large
200 OK: 3 0 0
200 OK: 2 50 0
200 OK: 2 50 0
200 OK: 3 0 50
