--TEST--
A Fiber that is dropped in the middle of a callback ends that turn; the loop can be used again
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: function ($conn, $data) {
    try {
        Fiber::suspend();
    } finally {
        echo "finally\n";
    }
    echo "never\n";
}, error: function () {
    echo "error\n";
});
$server->http('/alive', fn() => 'alive');
$address = serve($server);
$client = new WebSocketClient($server, $address);
fwrite($client->stream, WebSocketClient::frame(0x81, 'hello'));
$fiber = new Fiber(function () use ($server) {
    settle($server);
});
$fiber->start();
unset($fiber);
gc_collect_cycles();
echo body((new HttpClient($server, $address))->get('/alive')), "\n";
--EXPECT--
finally
alive
