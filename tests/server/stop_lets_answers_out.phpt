--TEST--
Answers that are queued in the turn in which stop() is called are sent
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', function ($request) use ($server) {
    if ($request->query('stop') !== null) {
        $server->stop();
    }
    return 'answer';
});
$address = serve($server);
$clients = [];
for ($i = 0; $i < 3; $i++) {
    $clients[$i] = new HttpClient($server, $address);
    $clients[$i]->get('/');
}
foreach (['/', '/?stop', '/'] as $i => $target) {
    fwrite($clients[$i]->stream, "GET $target HTTP/1.1\r\nHost: test\r\n\r\n");
}
foreach ($clients as $client) {
    $response = $client->all();
    echo body($response) === 'answer' || str_contains($response, ' 503 ') ? 'answered' : 'lost', "\n";
}
--EXPECT--
answered
answered
answered
