--TEST--
{placeholders} stand for one segment each
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/users/{id}/posts/{post}', fn($request) => $request->params);
$address = serve($server);
foreach (['/users/7/posts/x-1', '/users/%C3%A9/posts/a%2Fb', '/users//posts/1', '/users/7/posts/1/2'] as $path) {
    $client = new HttpClient($server, $address);
    echo rtrim(body($client->get($path))), "\n";
}
--EXPECT--
{"id":"7","post":"x-1"}
{"id":"\u00e9","post":"a/b"}
there is nothing at this path
there is nothing at this path
