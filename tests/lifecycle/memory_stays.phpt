--TEST--
Connections, messages, requests and errors that are over leave no memory behind
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    $conn->data = [$conn->request->headers(), $conn->remoteAddress];
    $conn->subscribe("c$conn->id");
}, message: function ($conn, $data) {
    $conn->send($data);
    throw new Exception($data);
}, error: fn() => null, close: fn() => null);
$server->http('/page', fn($request) => $request->query('bad') ? throw new Exception('x') : $request->headers(), ['POST']);
$server->onLog(fn() => null);
$address = serve($server);
$round = function () use ($server, $address) {
    for ($i = 0; $i < 20; $i++) {
        $client = new WebSocketClient($server, $address, "/?n=$i");
        $client->send('hello')->send(str_repeat('x', 5000));
        $client->text();
        $client->text();
        $i % 2 ? $client->sendClose()->all() : $client->close();
        $http = new HttpClient($server, $address);
        $http->request('POST', '/page?a[]=1', [], str_repeat('x', 5000));
        $http->request('POST', '/page?bad=1');
        $http->close();
        $server->channel("d$i")->publish('x');
    }
    until($server, fn() => $server->stats()['connections'] === 0);
    gc_collect_cycles();
    return memory_get_usage();
};
$round();
$round();
$before = $round();
for ($i = 0; $i < 5; $i++) {
    $after = $round();
}
var_dump($after - $before);
--EXPECT--
int(0)
