--TEST--
A child that turns the server's loop serves: several processes may share a listener
--EXTENSIONS--
rtcomm
pcntl
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => (string) getmypid());
$address = serve($server);
$pid = pcntl_fork();
if ($pid === 0) {
    until($server, fn() => $server->stats()['requests'] === 1);
    settle($server);
    exit(0);
}
$client = new HttpClient(null, $address);
var_dump(body($client->get('/')) === (string) $pid);
pcntl_waitpid($pid, $status);
$client = new HttpClient($server, $address);
var_dump(body($client->get('/')) === (string) getmypid());
--EXPECT--
bool(true)
bool(true)
