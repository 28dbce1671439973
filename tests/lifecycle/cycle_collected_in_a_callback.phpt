--TEST--
The collector may run in any callback
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$collect = function () {
    for ($i = 0; $i < 100; $i++) {
        $cycle = new stdClass();
        $cycle->self = $cycle;
    }
    unset($cycle);
    gc_collect_cycles();
};
$server->handle(
    '/',
    open: function ($conn) use ($collect) {
        $conn->self = $conn;
        $collect();
    },
    message: function ($conn) use ($collect) {
        $collect();
        throw new Exception('x');
    },
    error: $collect,
    close: $collect,
    accept: $collect,
);
$server->http('/page', fn() => 'x');
$server->onLog($collect);
$address = serve($server);
$client = new WebSocketClient($server, $address);
$client->send('x')->sendClose()->all();
(new HttpClient($server, $address))->get('/nowhere');
settle($server);
gc_collect_cycles();
echo "done\n";
--EXPECT--
done
