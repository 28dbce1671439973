--TEST--
A request that is kept works when its connection and its server are gone
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/{room}', open: function ($conn) use (&$kept) {
    $kept[] = $conn->request;
}, accept: function ($request) use (&$kept) {
    $kept[] = $request;
});
$server->http('/page/{number}', function ($request) use (&$kept) {
    $kept[] = $request;
    return 'x';
}, ['POST']);
$address = serve($server);
$client = new WebSocketClient($server, $address, '/blue?a=1', ['X-Name' => 'Ann']);
$http = new HttpClient($server, $address);
$http->request('POST', '/page/7?b=2', ['X-Name' => 'Bob'], 'body');
unset($server, $client, $http);
gc_collect_cycles();
foreach ($kept as $request) {
    echo "$request->method $request->path ", json_encode($request->params), json_encode($request->query());
    echo " {$request->header('x-name')} $request->body ", substr($request->getUri(), strlen(scheme())), "\n";
}
--EXPECT--
GET /blue {"room":"blue"}{"a":"1"} Ann  ://test/blue?a=1
GET /blue {"room":"blue"}{"a":"1"} Ann  ://test/blue?a=1
POST /page/7 {"number":"7"}{"b":"2"} Bob body ://test/page/7?b=2
