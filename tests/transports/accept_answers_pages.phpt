--TEST--
What an accept callback answers to a page of an allowed origin, the page may read
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

use RtComm\Response;

$answers = [
    '/response' => fn() => new Response(402, 'pay first'),
    '/own' => fn() => new Response(402, 'pay first', ['access-control-allow-origin' => 'null']),
    '/throws' => fn() => throw new Exception('no'),
    '/false' => fn() => false,
];
$server = new RtComm\Server();
$server->onLog(fn() => null);
foreach ($answers as $path => $accept) {
    $server->handle($path, open: fn() => null, accept: $accept, options: ['origins' => ['https://a.example']]);
}
$server->http('/http', fn() => 'x');
$address = serve($server);
foreach ([...array_keys($answers), '/http'] as $path) {
    foreach (['https://a.example', null] as $origin) {
        $headers = ['Accept' => 'text/event-stream'] + ($origin === null ? [] : ['Origin' => $origin]);
        $response = (new HttpClient($server, $address))->get($path, $headers);
        preg_match_all('/^(?:HTTP|Access-Control|Vary).*$/mi', str_replace("\r", '', $response), $lines);
        echo "$path from ", $origin ?? 'nowhere', "\n", implode("\n", $lines[0]), "\n\n";
    }
}
$socket = new WebSocketClient($server, $address, '/response', ['Origin' => 'https://a.example']);
echo show($socket->response);
--EXPECT--
/response from https://a.example
HTTP/1.1 402 Payment Required
Access-Control-Allow-Origin: https://a.example
Access-Control-Allow-Credentials: true
Vary: Origin

/response from nowhere
HTTP/1.1 402 Payment Required

/own from https://a.example
HTTP/1.1 402 Payment Required
access-control-allow-origin: null

/own from nowhere
HTTP/1.1 402 Payment Required
access-control-allow-origin: null

/throws from https://a.example
HTTP/1.1 500 Internal Server Error
Access-Control-Allow-Origin: https://a.example
Access-Control-Allow-Credentials: true
Vary: Origin

/throws from nowhere
HTTP/1.1 500 Internal Server Error

/false from https://a.example
HTTP/1.1 403 Forbidden
Access-Control-Allow-Origin: https://a.example
Access-Control-Allow-Credentials: true
Vary: Origin

/false from nowhere
HTTP/1.1 403 Forbidden

/http from https://a.example
HTTP/1.1 200 OK

/http from nowhere
HTTP/1.1 200 OK

HTTP/1.1 402 Payment Required
Content-Length: 9
Connection: keep-alive
Content-Type: text/plain; charset=utf-8

pay first
