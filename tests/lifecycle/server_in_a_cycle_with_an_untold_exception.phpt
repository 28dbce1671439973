--TEST--
A server whose log still holds an exception from one of its own callbacks is collected
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

class Failing extends Exception
{
    public mixed $of = null;
}

$server = new RtComm\Server();
$server->onLog(fn() => null);
$server->http('/', function () use ($server) {
    $error = new Failing('not told yet');
    $error->of = $server;
    echo "requested\n";
    throw $error;
});
$gone = WeakReference::create($server);
$client = new HttpClient(null, serve_plainly($server));
settle($server);
$client->write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
$thrown = 0;
/* The callback that throws is queued before the log's job: the turn ends there. */
$server->loop->futureTick(fn() => throw new LogicException('halt'));
try {
    $server->tick(1.0);
} catch (LogicException) {
    $thrown++;
}
echo "thrown: $thrown\n";
$server = null;
gc_collect_cycles();
var_dump($gone->get());
--EXPECT--
requested
thrown: 1
NULL
