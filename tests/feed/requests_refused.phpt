--TEST--
Requests that cannot be read are refused on every transport
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->feed('/feed/{channel}');
$server->feed('/feeds');
$address = serve($server);
$long = str_repeat('n', 256);
$many = implode('&', array_map(fn($i) => "channel=$i", range(1, 65)));
$targets = [
    '/feeds', '/feeds?channel=', '/feeds?channel=a&channel=a', '/feed/a%00b', '/feed/%ff', "/feed/$long", "/feeds?$many",
    '/feed/a?cursor=', '/feed/a?cursor=x', '/feed/a?cursor=x:1,x:1', '/feeds?channel=a&channel=b&cursor=x:1',
    '/feed/a?history=x', '/feed/a?wait=-1', '/feed/a?wait=1&wait=2', '/feed/a?cursor=x:1&cursor=x:1',
];
foreach ($targets as $target) {
    $answers = [];
    foreach ([[], ['Accept' => 'text/event-stream'], ['Upgrade' => 'websocket', 'Connection' => 'Upgrade',
        'Sec-WebSocket-Key' => 'dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version' => '13']] as $headers) {
        $client = new HttpClient($server, $address);
        $answer = $client->get($target, $headers);
        $answers[] = substr(status($answer), 9, 3) . ' ' . trim(body($answer));
    }
    echo str_replace([$long, $many], ['LONG', 'MANY'], $target), ': ', implode("\n    ", array_unique($answers)), "\n";
}
echo body((new HttpClient($server, $address))->get('/feed/a', ['Last-Event-ID' => 'x']));
$limit = implode('&', array_map(fn($i) => "channel=$i", range(1, 64)));
echo status((new HttpClient($server, $address))->get("/feeds?$limit")), "\n";
echo status((new HttpClient($server, $address))->get('/feed/a+b%20c?other=1&token=%')), "\n";
--EXPECT--
/feeds: 400 the query names no channel
/feeds?channel=: 400 a channel's name is 1 to 255 bytes of UTF-8 without control characters
/feeds?channel=a&channel=a: 400 a channel is named twice
/feed/a%00b: 400 a channel's name is 1 to 255 bytes of UTF-8 without control characters
/feed/%ff: 400 a channel's name is 1 to 255 bytes of UTF-8 without control characters
/feed/LONG: 400 a channel's name is 1 to 255 bytes of UTF-8 without control characters
/feeds?MANY: 400 too many channels in one request
/feed/a?cursor=: 400 the cursor is not one of these channels
/feed/a?cursor=x: 400 the cursor is not one of these channels
/feed/a?cursor=x:1,x:1: 400 the cursor is not one of these channels
/feeds?channel=a&channel=b&cursor=x:1: 400 the cursor is not one of these channels
/feed/a?history=x: 400 'history' and 'wait' are whole numbers
/feed/a?wait=-1: 400 'history' and 'wait' are whole numbers
/feed/a?wait=1&wait=2: 400 'history' and 'wait' are whole numbers
/feed/a?cursor=x:1&cursor=x:1: 400 there are two cursors
the cursor is not one of these channels
HTTP/1.1 200 OK
HTTP/1.1 200 OK
