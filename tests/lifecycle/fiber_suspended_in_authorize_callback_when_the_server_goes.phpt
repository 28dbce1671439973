--TEST--
The server goes while a feed's authorize callback is suspended: the callback ends, and then the loop
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$loop = RtComm\Loop::get();
$server = new RtComm\Server();
$server->onLog(fn() => null);
$server->feed('/', authorize: function () {
    echo "callback\n";
    Fiber::suspend();
    echo "resumed\n";
});
$client = new Client($server, serve($server));
fwrite($client->stream, "GET /?channel=c HTTP/1.1\r\nHost: test\r\n\r\n");
$fiber = new Fiber(fn() => $loop->run());
$fiber->start();
$client->server = null;
$server = null;
gc_collect_cycles();
echo "dropped\n";
$fiber->resume();
var_dump($fiber->isTerminated());
--EXPECT--
callback
dropped
resumed
bool(true)
