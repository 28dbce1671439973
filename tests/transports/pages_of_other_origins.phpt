--TEST--
Pages of other origins: OPTIONS says what they may do, answers name the origin, others get 403
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('it shows whole heads');
?>
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/some', open: fn($conn) => print "opened\n", message: fn() => null, options: ['origins' => ['https://a.example']]);
$server->handle('/any', open: fn($conn) => print "opened\n", options: ['origins' => ['*']]);
$server->handle('/own', open: fn($conn) => print "opened\n");
$address = serve($server);
$ask = function (string $method, string $target, string $origin, array $headers = [], string $body = '') use ($server, $address) {
    echo "$method ", strtok($target, '?'), " from $origin\n";
    $client = new HttpClient($server, $address);
    return $client->request($method, $target, ['Origin' => $origin] + $headers, $body);
};
$fields = function (string $response) {
    preg_match_all('/^(?:HTTP|Access-Control|Vary|Allow:).*$/m', str_replace("\r", '', $response), $lines);
    echo implode("\n", $lines[0]), "\n\n";
};
$preflight = ['Access-Control-Request-Method' => 'POST', 'Access-Control-Request-Headers' => 'content-type'];
foreach (['/some', '/any', '/own'] as $path) {
    $fields($ask('OPTIONS', $path, 'https://a.example', $preflight));
    $fields($ask('OPTIONS', $path, 'https://b.example', $preflight));
}
$fields($ask('OPTIONS', '/own', 'http://test', $preflight));
foreach (['/some', '/any', '/own'] as $path) {
    foreach (['https://a.example', 'https://b.example'] as $origin) {
        $fields($ask('GET', $path, $origin));
    }
}
$stream = new StreamClient($server, $address, '/some', null, ['Origin' => 'https://a.example']);
$fields($stream->head);
$stream->text();
$fields($ask('POST', "/some?session=$stream->token", 'https://b.example', [], 'x'));
$fields($ask('POST', "/some?session=$stream->token", 'https://a.example', [], 'x'));
$fields($ask('POST', '/some?session=' . str_repeat('A', 22), 'https://a.example', [], 'x'));
$fields($ask('DELETE', "/some?session=$stream->token", 'https://b.example'));
$fields($ask('DELETE', "/some?session=$stream->token", 'https://a.example'));
--EXPECT--
OPTIONS /some from https://a.example
HTTP/1.1 204 No Content
Allow: GET, HEAD, POST, DELETE, OPTIONS
Access-Control-Allow-Origin: https://a.example
Access-Control-Allow-Credentials: true
Vary: Origin
Access-Control-Allow-Methods: GET, HEAD, POST, DELETE, OPTIONS
Access-Control-Allow-Headers: Content-Type, Last-Event-ID, Authorization, RtComm-Event
Access-Control-Max-Age: 7200

OPTIONS /some from https://b.example
HTTP/1.1 403 Forbidden

OPTIONS /any from https://a.example
HTTP/1.1 204 No Content
Allow: GET, HEAD, POST, DELETE, OPTIONS
Access-Control-Allow-Origin: *
Vary: Origin
Access-Control-Allow-Methods: GET, HEAD, POST, DELETE, OPTIONS
Access-Control-Allow-Headers: Content-Type, Last-Event-ID, Authorization, RtComm-Event
Access-Control-Max-Age: 7200

OPTIONS /any from https://b.example
HTTP/1.1 204 No Content
Allow: GET, HEAD, POST, DELETE, OPTIONS
Access-Control-Allow-Origin: *
Vary: Origin
Access-Control-Allow-Methods: GET, HEAD, POST, DELETE, OPTIONS
Access-Control-Allow-Headers: Content-Type, Last-Event-ID, Authorization, RtComm-Event
Access-Control-Max-Age: 7200

OPTIONS /own from https://a.example
HTTP/1.1 403 Forbidden

OPTIONS /own from https://b.example
HTTP/1.1 403 Forbidden

OPTIONS /own from http://test
HTTP/1.1 204 No Content
Allow: GET, HEAD, POST, DELETE, OPTIONS
Access-Control-Allow-Origin: http://test
Access-Control-Allow-Credentials: true
Vary: Origin
Access-Control-Allow-Methods: GET, HEAD, POST, DELETE, OPTIONS
Access-Control-Allow-Headers: Content-Type, Last-Event-ID, Authorization, RtComm-Event
Access-Control-Max-Age: 7200

GET /some from https://a.example
opened
HTTP/1.1 200 OK
Access-Control-Allow-Origin: https://a.example
Access-Control-Allow-Credentials: true
Vary: Origin

GET /some from https://b.example
HTTP/1.1 403 Forbidden

GET /any from https://a.example
opened
HTTP/1.1 200 OK
Access-Control-Allow-Origin: *
Vary: Origin

GET /any from https://b.example
opened
HTTP/1.1 200 OK
Access-Control-Allow-Origin: *
Vary: Origin

GET /own from https://a.example
HTTP/1.1 403 Forbidden

GET /own from https://b.example
HTTP/1.1 403 Forbidden

opened
HTTP/1.1 200 OK
Access-Control-Allow-Origin: https://a.example
Access-Control-Allow-Credentials: true
Vary: Origin

POST /some from https://b.example
HTTP/1.1 403 Forbidden

POST /some from https://a.example
HTTP/1.1 204 No Content
Access-Control-Allow-Origin: https://a.example
Access-Control-Allow-Credentials: true
Vary: Origin

POST /some from https://a.example
HTTP/1.1 410 Gone
Access-Control-Allow-Origin: https://a.example
Access-Control-Allow-Credentials: true
Vary: Origin

DELETE /some from https://b.example
HTTP/1.1 403 Forbidden

DELETE /some from https://a.example
HTTP/1.1 204 No Content
Access-Control-Allow-Origin: https://a.example
Access-Control-Allow-Credentials: true
Vary: Origin
