--TEST--
Answers that are queued in the turn in which stop() is called are sent
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$answers = 0;
$server->http('/', function ($request) use ($server, &$answers) {
    if (++$answers === 6) {
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
foreach ($clients as $client) {
    fwrite($client->stream, "GET / HTTP/1.1\r\nHost: test\r\n\r\n");
}
foreach ($clients as $client) {
    echo body($client->all()), "\n";
}
--EXPECT--
answer
answer
answer
