--TEST--
A feed's WebSockets are compressed as well, what they missed included
--EXTENSIONS--
rtcomm
zlib
--SKIPIF--
<?php
require __DIR__ . '/deflate.inc';
skip_without_deflate();
?>
--FILE--
<?php
require __DIR__ . '/deflate.inc';

$server = new RtComm\Server(null, ['deflate' => ['minSize' => 50]], new RtComm\Loop());
$server->channels('*', history: 10)->feed('/feed/{channel}');
$address = serve($server);
$channel = $server->channel('news');
$start = $channel->cursor();
for ($i = 0; $i < 3; $i++) {
    $channel->publish(text($i));
}
$json = new DeflateClient($server, $address, "/feed/news?cursor=$start", headers: ['Sec-WebSocket-Protocol' => 'rtcomm.json']);
$raw = new DeflateClient($server, $address, "/feed/news?cursor=$start");
echo $json->extension, "\n";
echo array_key_exists('gap', json_decode($json->text(), true)) ? '' : "no state\n";
for ($i = 0; $i < 5; $i++) {
    $i >= 3 && $channel->publish(text($i));
    echo json_decode($json->text())->data === text($i) && $json->compressed ? "json $i\n" : "bad $i\n";
    echo $raw->text() === text($i) && $raw->compressed ? "raw $i\n" : "bad $i\n";
}
/* Nobody looks into what a reader sends. */
foreach (['what is well', ''] as $text) {
    $writer = new DeflateClient($server, $address, '/feed/news');
    $text === '' ? $writer->write(client_frame("\xff\xff", 1, true, 4)) : $writer->send($text);
    echo $writer->text(), "\n";
}
?>
--EXPECT--
permessage-deflate
json 0
raw 0
json 1
raw 1
json 2
raw 2
json 3
raw 3
json 4
raw 4
(close 1008 this feed is read-only)
(close 1008 this feed is read-only)
