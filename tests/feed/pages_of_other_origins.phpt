--TEST--
Pages of allowed origins read feeds and publish; others are refused
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('answers depend on Accept-Encoding');
?>
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server(null, ['origins' => ['https://good.example']]);
$server->feed('/feed/{channel}', publish: 'a-secret');
$address = serve($server);
$channel = $server->channel('c');
$fields = function (string $answer) {
    $names = '/^(HTTP|Access-Control|Vary|Allow)/';
    echo implode("\n", preg_grep($names, explode("\r\n", explode("\r\n\r\n", $answer)[0]))), "\n\n";
};
foreach (['https://good.example', 'https://bad.example'] as $origin) {
    $headers = ['Origin' => $origin];
    $fields((new HttpClient($server, $address))->get('/feed/c', $headers));
    $fields((new StreamClient($server, $address, '/feed/c', $headers))->received);
    $post = $headers + ['Authorization' => 'Bearer a-secret'];
    $fields((new HttpClient($server, $address))->request('POST', '/feed/c', $post, 'x'));
    $fields((new HttpClient($server, $address))->get('/feed/c?cursor=x', $headers));
    $fields((new HttpClient($server, $address))->request('OPTIONS', '/feed/c', $headers + [
        'Access-Control-Request-Method' => 'POST',
        'Access-Control-Request-Headers' => 'authorization,rtcomm-event',
    ]));
}
--EXPECT--
HTTP/1.1 200 OK
Access-Control-Allow-Origin: https://good.example
Access-Control-Allow-Credentials: true
Vary: Origin

HTTP/1.1 200 OK
Access-Control-Allow-Origin: https://good.example
Access-Control-Allow-Credentials: true
Vary: Origin

HTTP/1.1 200 OK
Access-Control-Allow-Origin: https://good.example
Access-Control-Allow-Credentials: true
Vary: Origin

HTTP/1.1 400 Bad Request
Access-Control-Allow-Origin: https://good.example
Access-Control-Allow-Credentials: true
Vary: Origin

HTTP/1.1 204 No Content
Allow: GET, HEAD, POST, OPTIONS
Access-Control-Allow-Origin: https://good.example
Access-Control-Allow-Credentials: true
Vary: Origin
Access-Control-Allow-Methods: GET, HEAD, POST, OPTIONS
Access-Control-Allow-Headers: Content-Type, Last-Event-ID, Authorization, RtComm-Event
Access-Control-Max-Age: 7200

HTTP/1.1 403 Forbidden

HTTP/1.1 403 Forbidden

HTTP/1.1 403 Forbidden

HTTP/1.1 403 Forbidden

HTTP/1.1 403 Forbidden

