--TEST--
A Fiber that is still suspended in a callback when the script ends is unwound
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
});
$client = new WebSocketClient($server, serve($server));
fwrite($client->stream, WebSocketClient::frame(0x81, 'hello'));
$fiber = new Fiber(function () use ($server) {
    settle($server);
});
$fiber->start();
echo "end\n";
--EXPECT--
end
finally
