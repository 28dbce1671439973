--TEST--
An event without data is a message unless it has only retry and comment
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\Sse\Event;

foreach ([
    new Event(),
    new Event(event: 'ping'),
    new Event(id: '7'),
    new Event(retry: 0),
    new Event(comment: 'hi'),
    new Event(comment: ''),
    new Event(comment: 'hi', retry: 5, id: '7'),
] as $event) {
    echo json_encode((string) $event), "\n";
}
?>
--EXPECT--
"data: \n\n"
"event: ping\ndata: \n\n"
"id: 7\ndata: \n\n"
"retry: 0\n\n"
": hi\n\n"
": \n\n"
": hi\nretry: 5\nid: 7\ndata: \n\n"
