--TEST--
An event is written with its fields in a fixed order, and a line for each line of data
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\Sse\Event;

foreach ([
    new Event('hello'),
    new Event("a\nb\r\nc\rd\n"),
    new Event(' x', event: 'price', id: '42', retry: 3000, comment: "one\ntwo"),
    new Event('x', event: '', id: ''),
    new Event("nul\0 \xFF"),
] as $event) {
    echo json_encode((string) $event, JSON_INVALID_UTF8_SUBSTITUTE), "\n";
}
?>
--EXPECT--
"data: hello\n\n"
"data: a\ndata: b\ndata: c\ndata: d\ndata: \n\n"
": one\n: two\nretry: 3000\nevent: price\nid: 42\ndata:  x\n\n"
"id: \ndata: x\n\n"
"data: nul\u0000 \ufffd\n\n"
