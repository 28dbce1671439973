--TEST--
Under the command line the emitter prints the stream
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\Sse\{Emitter, Event};

$sse = new Emitter();
var_dump($sse->lastEventId, $sse->isOpen());
var_dump($sse->send('hello'));
var_dump($sse->send(new Event("a\nb", event: 'price', id: '42', retry: 3000)));
var_dump($sse->comment("one\ntwo"));
var_dump($sse->comment());
?>
--EXPECT--
NULL
bool(true)
data: hello

bool(true)
retry: 3000
event: price
id: 42
data: a
data: b

bool(true)
: one
: two

bool(true)
: 

bool(true)
