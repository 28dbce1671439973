--TEST--
A path that ends in "/*" takes any rest
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/files/*', fn($request) => $request->path);
$address = serve($server);
foreach (['/files/', '/files/a', '/files/a/b?c', '/files', '/filesystem'] as $path) {
    $client = new HttpClient($server, $address);
    echo "$path: ", rtrim(body($client->get($path))), "\n";
}
--EXPECT--
/files/: /files/
/files/a: /files/a
/files/a/b?c: /files/a/b
/files: there is nothing at this path
/filesystem: there is nothing at this path
