--TEST--
Clients of every transport have the addresses that their proxy says
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$server = new RtComm\Server(null, ['trustedProxies' => ['127.0.0.1']]);
$server->handle('/talk', open: function ($conn) {
    echo $conn->transport->value, " $conn->remoteAddress $conn->remotePort {$conn->request->getUri()}\n";
}, message: function ($conn, $data) {
    echo "$data from $conn->remoteAddress\n";
}, accept: function ($request) {
    return $request->header('X-Refuse') === null;
});
$server->feed('/feed/{channel}', authorize: fn($request, $channel) => $request->getUri()->getScheme() === 'https');
$server->onLog(function ($level, $message, $context) {
    echo "$level: $message, from {$context['address']}\n";
});
$address = $server->listen('127.0.0.1:0');

$from = fn(string $ip) => ['X-Forwarded-For' => $ip, 'X-Forwarded-Proto' => 'https', 'Host' => 'test'];
$socket = new WebSocketClient($server, $address, '/talk', $from('192.0.2.1'));
$stream = new StreamClient($server, $address, '/talk', null, $from('192.0.2.2:80'));
$stream->block();
$poll = new PollClient($server, $address, '/talk', array_diff_key($from('2001:db8::3'), ['Host' => 1]));
/* A conversation keeps the address of the request that began it. */
$socket->send('socket')->sync();
foreach ([$stream->token, $poll->token] as $token) {
    $client = new HttpClient($server, $address);
    echo brief($client->request('POST', "/talk?session=$token", ['X-Forwarded-For' => '192.0.2.99', 'Content-Type' => 'text/plain'], 'post'));
}
settle($server);
/* Who is refused has an address as well. */
$refused = new WebSocketClient($server, $address, '/talk', ['X-Refuse' => '1'] + $from('192.0.2.4'));
echo strstr($refused->response, "\r\n", true), "\n";
settle($server);
$refused = new WebSocketClient($server, $address, '/talk', ['Origin' => 'https://evil.example'] + $from('192.0.2.5'));
echo strstr($refused->response, "\r\n", true), "\n";
settle($server);
/* Feeds know the scheme. */
$https = $from('192.0.2.6');
unset($https['Host']);
echo status((new HttpClient($server, $address))->get('/feed/a?wait=0', $https)), "\n";
echo status((new HttpClient($server, $address))->get('/feed/a?wait=0', ['X-Forwarded-For' => '192.0.2.7'])), "\n";
settle($server);
foreach ($server->connections() as $conn) {
    $addresses[] = $conn->remoteAddress;
}
sort($addresses);
echo implode(' ', $addresses), "\n";
--EXPECT--
websocket 192.0.2.1 0 https://test/talk
event-stream 192.0.2.2 80 https://test/talk
long-poll 2001:db8::3 0 https://test/talk
socket from 192.0.2.1
post from 192.0.2.2
204
post from 2001:db8::3
204
info: refused, from 192.0.2.4
HTTP/1.1 403 Forbidden
info: origin https://evil.example is not allowed: the option 'origins' lists those that are, from 192.0.2.5
HTTP/1.1 403 Forbidden
HTTP/1.1 200 OK
info: reading the channel 'a' is not allowed, from 192.0.2.7
HTTP/1.1 403 Forbidden
192.0.2.1 192.0.2.2 2001:db8::3
