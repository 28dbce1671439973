--TEST--
Loop::run() serves as long as a server listens
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', function () use ($server) {
    $server->stop();
    return 'x';
});
$address = serve($server);
$client = (new Client($server, $address))->write("GET / HTTP/1.1\r\nHost: test\r\n\r\n")->stream;
$server->loop->addReadStream($client, function ($client) use ($server) {
    echo status(fread($client, 1000)), "\n";
    $server->loop->removeReadStream($client);
    fclose($client);
});
$server->loop->run();
echo "over\n";
--EXPECT--
HTTP/1.1 200 OK
over
