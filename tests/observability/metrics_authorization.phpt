--TEST--
metrics(): who may read them
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->metrics();
$server->metrics('/secret', 'open sesame');
$server->metrics('/asked', fn($request) => $request->query('who') === 'me');
$server->metrics('/fails', fn() => throw new Exception('x'));
$server->onLog(fn() => 0);
$address = serve($server);
$ask = function (string $target, array $headers = []) use ($server, $address) {
    echo $target, ' ', status((new HttpClient($server, $address))->get($target, $headers)), "\n";
};
$ask('/metrics');
$ask('/metrics', ['X-Forwarded-For' => '192.0.2.1']);
$ask('/metrics', ['Forwarded' => 'for=192.0.2.1']);
$ask('/secret');
$ask('/secret', ['Authorization' => 'Bearer open']);
$ask('/secret', ['Authorization' => 'bearer open sesame']);
$ask('/secret', ['Authorization' => 'Bearer open sesame', 'X-Forwarded-For' => '192.0.2.1']);
$ask('/asked');
$ask('/asked?who=me');
$ask('/fails');
--EXPECT--
/metrics HTTP/1.1 200 OK
/metrics HTTP/1.1 403 Forbidden
/metrics HTTP/1.1 403 Forbidden
/secret HTTP/1.1 401 Unauthorized
/secret HTTP/1.1 403 Forbidden
/secret HTTP/1.1 200 OK
/secret HTTP/1.1 200 OK
/asked HTTP/1.1 403 Forbidden
/asked?who=me HTTP/1.1 200 OK
/fails HTTP/1.1 500 Internal Server Error
