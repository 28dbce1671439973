--TEST--
Each channel of a request is authorized; a refusal names the channel
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$asked = [];
$server->feed('/feeds', authorize: function ($request, string $channel) use (&$asked) {
    $asked[] = $channel;
    return $channel[0] !== 'x';
});
$address = serve($server);
foreach (['channel=a&channel=b', 'channel=a&channel=x+1&channel=b', 'channel=%78'] as $query) {
    $answer = (new HttpClient($server, $address))->get("/feeds?$query");
    echo status($answer), ': ', implode(', ', $asked), "\n";
    if (!str_contains($answer, ' 200 ')) {
        echo body($answer);
    }
    $asked = [];
}
$stream = new StreamClient($server, $address, '/feeds?channel=x');
echo status($stream->all()), "\n";
$socket = new WebSocketClient($server, $address, '/feeds?channel=x');
echo status($socket->response), "\n";
var_dump(count($server->channel('a')));
--EXPECT--
HTTP/1.1 200 OK: a, b
HTTP/1.1 403 Forbidden: a, x 1
reading the channel 'x 1' is not allowed
HTTP/1.1 403 Forbidden: x
reading the channel 'x' is not allowed
HTTP/1.1 403 Forbidden
HTTP/1.1 403 Forbidden
int(0)
