--TEST--
A callback may start a Fiber that suspends, and another one may resume it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: function ($conn, $data) use (&$fibers) {
    if ($data === 'resume') {
        array_shift($fibers)->resume('resumed');
        return;
    }
    $fibers[] = $fiber = new Fiber(function () use ($conn, $data) {
        $conn->send("$data: suspending");
        $conn->send("$data: " . Fiber::suspend());
    });
    $fiber->start();
});
$client = new WebSocketClient($server, serve($server));
$client->send('a')->send('b')->send('resume')->send('resume');
for ($i = 0; $i < 4; $i++) {
    echo $client->text(), "\n";
}
--EXPECT--
a: suspending
b: suspending
a: resumed
b: resumed
