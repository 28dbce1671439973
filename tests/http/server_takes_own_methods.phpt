--TEST--
A route may have any method that is a token
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn($request) => $request->method, ['M-SEARCH']);
$client = new HttpClient($server, serve($server));
echo body($client->request('M-SEARCH', '/')), "\n";
--EXPECT--
M-SEARCH
