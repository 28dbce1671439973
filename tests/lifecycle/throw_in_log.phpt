--TEST--
What the log callback throws leaves tick(), and the server goes on
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/after', fn() => 'the server goes on');
$server->onLog(function () {
    throw new LogicException('thrown');
});
$client = new HttpClient($server, serve($server));
$client->write("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
try {
    settle($server, 200);
    echo "never\n";
} catch (LogicException $error) {
    echo get_class($error), ': ', $error->getMessage();
    echo $error->getPrevious() ? ' after ' . $error->getPrevious()->getMessage() : '', "\n";
}
$server->onLog(null);
echo body((new HttpClient($server, serve($server)))->get('/after')), "\n";
--EXPECT--
LogicException: thrown
the server goes on
