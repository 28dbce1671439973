--TEST--
References in the array of options are followed
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$limit = 5;
$options = ['maxBodySize' => &$limit];
$server = new RtComm\Server(null, $options);
$server->http('/', fn() => 'x', ['POST']);
$client = new HttpClient($server, serve($server));
echo status($client->request('POST', '/', [], '123456')), "\n";
--EXPECT--
HTTP/1.1 413 Content Too Large
