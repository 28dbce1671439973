--TEST--
A restart on event streams and polls: 1012 to conversations, a time to come back to streams, an answer to polls
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/restart.inc';

$server = new RtComm\Server();
$server->handle('/chat', open: fn($conn) => $conn->subscribe('all'), close: function ($conn, $info) {
    echo "closed: ", describe($info), "\n";
});
$server->feed('/feed/{channel}');
$address = serve($server);
$stream = new StreamClient($server, $address, '/chat');
$stream->block();
$poll = new PollClient($server, $address, '/chat');
$poll->ask();
$feed = new StreamClient($server, $address, '/feed/all');
$feed->block();
$wait = new HttpClient($server, $address);
$cursor = json_decode(body($wait->get('/feed/all')), true)['cursor'];
$wait->write("GET /feed/all?cursor=$cursor&wait=20 HTTP/1.1\r\nHost: test\r\n\r\n");
settle($server);
$server->channel('all')->publish('before');
settle($server);
$poll->answer();
$poll->ask();
$wait->response();
$wait->write("GET /feed/all?cursor=$cursor&wait=20 HTTP/1.1\r\nHost: test\r\n\r\n");
$wait->response();
settle($server);
$server->stop(600.0, restart: true);
$server->stop(60.0);
$number = fn($text) => preg_replace('/^retry: [1-5]\d{3}$/m', 'retry: N', $text);
for ($text = ''; ($block = $stream->block()) !== "(end)\n"; $text .= $block) {
}
echo preg_replace('/^id: .*\n/m', '', $number($text)), "--\n", $poll->answer();
for ($text = ''; ($block = $feed->block()) !== "(end)\n"; $text .= $block) {
}
echo "--\n", preg_replace('/^id: .*\n/m', '', $number($text));
var_dump($wait->all());
--EXPECTF--
closed: 1012 service restart, clean
closed: 1012 service restart, clean
data: before

retry: N
event: close
data: {"code":1012,"reason":"service restart"}

--
{"closed":{"code":1012,"reason":"service restart"},"cursor":"TOKEN.1","messages":[]}
--
data: before

retry: N

string(0) ""
