<?php

declare(strict_types=1);

/*
 * Prints the metrics of a server with some life in it: clients of all transports, refusals, and a publication.
 */

require __DIR__ . '/../transports/transports.inc';

$server = new RtComm\Server();
$server->handle('/', message: fn($conn, $data) => $conn->send($data), accept: fn($request) => $request->query('no') === null);
$server->feed('/feed');
$server->http('/fails', fn() => throw new Exception('x'));
$server->metrics()->channels('*', history: 5)->onLog(fn() => 0);
$address = serve($server);
$peers = peers($server, $address);
foreach ($peers as $peer) {
    $peer->send('hello');
    $peer->text();
}
foreach (['/nowhere', '/fails', '/?no'] as $target) {
    (new HttpClient($server, $address))->get($target);
}
$server->channel('a')->publish('news');
$peers['websocket']->leave();
settle($server);
echo body((new HttpClient($server, $address))->get('/metrics'));
