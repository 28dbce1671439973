--TEST--
A conversation over an event stream, byte by byte: its head, open, text, binary, close
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('it shows whole heads');
?>
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/chat', open: function ($conn) {
    foreach (['text', "two\nlines", "a\r\nb\rc\n", '', ' space', "\u{feff}bom", 'id: 7'] as $data) {
        $conn->send($data);
    }
    $conn->sendBinary("\0\xff\n");
    $conn->sendBinary('');
    $conn->close(4000, 'bye "you"');
});
$client = new StreamClient($server, serve($server), '/chat');
echo show($client->head), "\n";
$client->all();
while (($block = $client->block()) !== "(end)\n") {
    echo $block;
}
var_dump(preg_match('/^[A-Za-z0-9_-]{22}$/', $client->token));
--EXPECT--
HTTP/1.1 200 OK
Connection: close
Content-Type: text/event-stream
Cache-Control: no-cache, no-transform
X-Accel-Buffering: no

id: TOKEN.0
event: open
data: {"session":"TOKEN"}

id: TOKEN.1
data: text

id: TOKEN.2
data: two
data: lines

id: TOKEN.3
data: a
data: b
data: c
data: 

id: TOKEN.4
data: 

id: TOKEN.5
data:  space

id: TOKEN.6
data: ﻿bom

id: TOKEN.7
data: id: 7

id: TOKEN.8
event: binary
data: AP8K

id: TOKEN.9
event: binary
data: 

event: close
data: {"code":4000,"reason":"bye \"you\""}

int(1)
