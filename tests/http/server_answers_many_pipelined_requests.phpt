--TEST--
A thousand requests sent at once are all answered, while the answers wait in the queue
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/{n}', fn($request) => str_pad($request->params['n'], 2000));
$client = new HttpClient($server, serve($server));
$bytes = '';
for ($i = 0; $i < 1000; $i++) {
    $bytes .= "GET /$i HTTP/1.1\r\nHost: test\r\n\r\n";
}
fwrite($client->stream, $bytes);
settle($server, 20);
var_dump($server->stats()['buffered'] < 3 << 20);
for ($i = 0; $i < 1000; $i++) {
    if (rtrim(body($client->response())) !== "$i") {
        echo "wrong answer to $i\n";
    }
}
var_dump($server->stats()['requests']);
--EXPECT--
bool(true)
int(1000)
