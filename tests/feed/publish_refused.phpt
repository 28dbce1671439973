--TEST--
What is no publication is refused, before its body is read where that can be told
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server(null, ['maxBodySize' => 1000]);
$server->feed('/feed/{channel}', publish: 'a-secret');
$server->feed('/feeds', publish: 'a-secret');
$server->feed('/closed/{channel}');
$address = serve($server);
$good = 'Bearer a-secret';
$posts = [
    'closed' => ['/closed/c', ['Authorization' => $good], 'x'],
    'no secret' => ['/feed/c', [], 'x'],
    'another secret' => ['/feed/c', ['Authorization' => 'Bearer b-secret'], 'x'],
    'no channel' => ['/feeds', ['Authorization' => $good], 'x'],
    'two channels' => ['/feeds?channel=a&channel=b', ['Authorization' => $good], 'x'],
    'a bad name' => ['/feed/%0a', ['Authorization' => $good], 'x'],
    'an empty event' => ['/feed/c', ['Authorization' => $good, 'RtComm-Event' => ''], 'x'],
    'an event that is not UTF-8' => ['/feed/c', ['Authorization' => $good, 'RtComm-Event' => "\xff"], 'x'],
    'not UTF-8' => ['/feed/c', ['Authorization' => $good], "\xff"],
    'too long' => ['/feed/c', ['Authorization' => $good], str_repeat('x', 1001)],
];
foreach ($posts as $name => [$target, $headers, $body]) {
    $answer = (new HttpClient($server, $address))->request('POST', $target, $headers, $body);
    $fields = preg_grep('/^(Allow|WWW-Authenticate): /', explode("\r\n", $answer));
    echo "$name: ", implode(', ', [substr(status($answer), 9), ...$fields]), "\n    ", body($answer);
}
$client = new HttpClient($server, $address);
$client->write("POST /feed/c HTTP/1.1\r\nHost: test\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n");
echo status($client->response()), "\n";
var_dump($server->stats()['published']);
--EXPECT--
closed: 405 Method Not Allowed, Allow: GET, HEAD, OPTIONS
    that method is not allowed here
no secret: 401 Unauthorized, WWW-Authenticate: Bearer
    this needs an Authorization field
another secret: 403 Forbidden
    publishing in the channel 'c' is not allowed
no channel: 400 Bad Request
    the query names no channel
two channels: 400 Bad Request
    a publication goes to one channel
a bad name: 400 Bad Request
    a channel's name is 1 to 255 bytes of UTF-8 without control characters
an empty event: 400 Bad Request
    RtComm-Event is the name of an event, in UTF-8
an event that is not UTF-8: 400 Bad Request
    RtComm-Event is the name of an event, in UTF-8
not UTF-8: 400 Bad Request
    the body is not UTF-8: what is not text is application/octet-stream
too long: 413 Content Too Large
    the body is larger than maxBodySize
HTTP/1.1 401 Unauthorized
int(0)
