--TEST--
A path matches whole and in its own case; the query does not count
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/a/b', fn() => 'x');
$address = serve($server);
foreach (['/a/b', '/a/b?c=d', '/a/b/', '/a', '/A/b', '//a/b', '/a//b', '/a/b%20'] as $path) {
    $client = new HttpClient($server, $address);
    echo "$path: ", status($client->get($path)), "\n";
}
--EXPECT--
/a/b: HTTP/1.1 200 OK
/a/b?c=d: HTTP/1.1 200 OK
/a/b/: HTTP/1.1 404 Not Found
/a: HTTP/1.1 404 Not Found
/A/b: HTTP/1.1 404 Not Found
//a/b: HTTP/1.1 404 Not Found
/a//b: HTTP/1.1 404 Not Found
/a/b%20: HTTP/1.1 404 Not Found
