--TEST--
stream() sends what arrays, iterators and generators yield, and nothing for null
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\Sse\{Emitter, Event};

$sse = new Emitter();
$sse->stream(['a', null, new Event('b', id: '1')]);
$sse->stream(new ArrayIterator(['c']));
$sse->stream((function () {
    try {
        yield 'd';
        yield null;
        yield from ['e', 'f'];
    } finally {
        echo "[end]\n";
    }
})());
$sse->stream([]);
?>
--EXPECT--
data: a

id: 1
data: b

data: c

data: d

data: e

data: f

[end]
