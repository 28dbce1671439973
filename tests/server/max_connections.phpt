--TEST--
Clients beyond maxConnections wait in the backlog until another leaves
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['maxConnections' => 2]);
$server->http('/', fn() => 'x');
$logs = logs($server);
$address = serve_plainly($server);
for ($i = 0; $i < 3; $i++) {
    $clients[$i] = new HttpClient($server, $address);
    $clients[$i]->write("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
}
settle($server);
foreach ($clients as $client) {
    $client->pump();
    echo status($client->received), "\n";
}
echo implode("\n", (array) $logs), "\n";
var_dump($server->stats()['connections']);
$clients[0]->close();
echo status($clients[2]->response()), "\n";
var_dump($server->stats()['connections'], count($logs));
--EXPECT--
HTTP/1.1 200 OK
HTTP/1.1 200 OK
(none)
warning: maxConnections reached: 2; new clients wait
int(2)
HTTP/1.1 200 OK
int(2)
int(1)
