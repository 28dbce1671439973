--TEST--
The server's last reference is dropped in a feed's publish callback: its clients are cut off, and nothing else happens
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$loop = RtComm\Loop::get();
$server = new RtComm\Server();
$server->onLog(fn() => null);
$server->feed('/{channel}', publish: function () {
    echo "callback\n";
    $GLOBALS['server'] = null;
    echo "dropped\n";
});
$client = new Client($server, serve($server));
fwrite($client->stream, "POST /c HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nhello");
$client->server = null;
try {
    $loop->run();
    echo "over\n";
} catch (LogicException $error) {
    echo $error->getMessage(), "\n";
}
for ($end = microtime(true) + 5; !$client->ended && microtime(true) < $end;) {
    $client->pump();
}
echo $client->ended ? "ended\n" : "still there\n";
--EXPECT--
callback
dropped
over
ended
