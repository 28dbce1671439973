--TEST--
Whoever is turned away is counted by status and reason, and logged with an event
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['maxBodySize' => 1000]);
$server->http('/fails', fn() => throw new Exception('x'));
$server->http('/busy', fn() => new RtComm\Response(503, 'busy'));
$server->http('/missing', fn() => new RtComm\Response(404, 'that is an answer'));
$server->http('/post', fn() => '', ['POST']);
$server->handle('/false', message: fn() => 0, accept: fn() => false);
$server->handle('/paid', message: fn() => 0, accept: fn() => new RtComm\Response(402, 'pay'));
$server->feed('/feed', authorize: fn() => false, publish: 'secret');
$server->onLog(function ($level, $message, $context) {
    echo "  $level $context[event] ", $context['status'] ?? '-', ' ', $context['reason'] ?? '-', "\n";
});
$address = serve($server);
$ask = function (string $method, string $target, array $headers = [], string $body = '') use ($server, $address) {
    echo "$method $target\n";
    $response = (new HttpClient($server, $address))->request($method, $target, $headers, $body);
    settle($server, 3);
    echo '  ', substr($response, 9, 3), "\n";
};
$ask('GET', '/nowhere');
$ask('GET', '/fails');
$ask('GET', '/busy');
$ask('GET', '/missing');
$ask('PUT', '/post');
$ask('POST', '/post', [], str_repeat('x', 2000));
$ask('GET', '/false');
$ask('GET', '/paid');
$ask('GET', '/paid', ['Origin' => 'https://elsewhere.example']);
$ask('GET', '/feed?channel=a');
$ask('POST', '/feed?channel=a', [], 'x');
$stats = $server->stats();
ksort($stats['refusedByStatus']);
ksort($stats['refusedByReason']);
echo $stats['refused'], ' ', json_encode($stats['refusedByStatus']), "\n", json_encode($stats['refusedByReason']), "\n";
--EXPECT--
GET /nowhere
  info refused 404 not_found
  404
GET /fails
  error callback_failed - -
  500
GET /busy
  503
GET /missing
  404
PUT /post
  info refused 405 method
  405
POST /post
  info refused 413 body_size
  413
GET /false
  info refused 403 accept
  403
GET /paid
  info refused 402 accept
  402
GET /paid
  info refused 403 origin
  403
GET /feed?channel=a
  info refused 403 authorize
  403
POST /feed?channel=a
  info refused 401 no_credentials
  401
10 {"401":1,"402":1,"403":3,"404":1,"405":1,"413":1,"500":1,"503":1}
{"accept":2,"authorize":1,"body_size":1,"handler":2,"method":1,"no_credentials":1,"not_found":1,"origin":1}
