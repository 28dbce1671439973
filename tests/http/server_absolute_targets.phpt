--TEST--
A target that is a whole URI is read for its path (RFC 9112 3.2.2)
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/page', fn($request) => $request->path . ' of ' . substr($request->getUri(), strlen(scheme())));
$client = new HttpClient($server, serve($server));
echo body($client->get('http://other.example:8080/page?a=1')), "\n";
--EXPECT--
/page of ://other.example:8080/page?a=1
