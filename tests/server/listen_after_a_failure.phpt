--TEST--
A server that could not listen can try another address
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$other = new RtComm\Server();
$taken = serve($other);
$server = new RtComm\Server();
$server->http('/', fn() => 'hello');
try {
    $server->listen($taken);
} catch (RtComm\ListenException) {
    $client = new HttpClient($server, serve($server));
    echo body($client->get('/')), "\n";
}
--EXPECT--
hello
