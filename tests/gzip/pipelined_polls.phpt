--TEST--
Whoever asks for many compressed answers at once gets them one after the other, and others get theirs between
--EXTENSIONS--
rtcomm
zlib
--SKIPIF--
<?php
require __DIR__ . '/gzip.inc';
skip_without_deflate();
?>
--FILE--
<?php
require __DIR__ . '/gzip.inc';

const REQUESTS = 60;

$loop = new RtComm\Loop();
$server = new RtComm\Server(null, ['deflate' => true], $loop);
$server->channels('news', history: 100);
$server->feed('/feed');
$server->http('/time', fn() => 'now');
$address = serve($server);
$channel = $server->channel('news');
for ($i = 0; $i < 100; $i++) {
    $channel->publish(text($i, 100));
}
$greedy = new HttpClient($server, $address);
$other = new HttpClient($server, $address);
settle($server);
$request = "GET /feed?channel=news&history=100 HTTP/1.1\r\nHost: test\r\nAccept-Encoding: gzip\r\n\r\n";
$greedy->write(str_repeat($request, REQUESTS));
$other->write("GET /time HTTP/1.1\r\nHost: test\r\n\r\n");
$answered = fn() => $server->stats()['messagesOut'] / 100;
until($server, fn() => $answered() > 0);
echo $answered() < 10 ? "a few" : 'all', " at first\n";
echo str_contains($other->response(), 'now') ? "the other is not kept waiting: " : 'what? ', $answered() < REQUESTS ? "yes\n" : "no\n";
for ($i = 0; $i < REQUESTS; $i++) {
    $messages = json_decode(inflated_body($greedy->response()))->messages;
    if (count($messages) !== 100 || $messages[99]->data !== text(99, 100)) {
        die("answer $i is wrong\n");
    }
}
echo "all at last\n";
$greedy->write($request . $request)->finish();
$greedy->response();
$greedy->response();
echo "also those of a client that ended its side\n";
?>
--EXPECT--
a few at first
the other is not kept waiting: yes
all at last
also those of a client that ended its side
