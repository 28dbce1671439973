--TEST--
An exact path goes before patterns; patterns count in the order in which they were added
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/*', fn() => 'rest');
$server->http('/{any}', fn() => 'any');
$server->http('/exact', fn() => 'exact');
$client = new HttpClient($server, serve($server));
echo body($client->get('/exact')), "\n", body($client->get('/other')), "\n";
--EXPECT--
exact
rest
