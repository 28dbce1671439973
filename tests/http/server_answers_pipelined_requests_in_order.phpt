--TEST--
Requests that arrive together are answered in their order
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/{n}', fn($request) => $request->params['n']);
$client = new HttpClient($server, serve($server));
$client->write(implode('', array_map(fn($n) => "GET /$n HTTP/1.1\r\nHost: test\r\n\r\n", range(1, 5))));
for ($i = 0; $i < 5; $i++) {
    echo body($client->response()), "\n";
}
--EXPECT--
1
2
3
4
5
