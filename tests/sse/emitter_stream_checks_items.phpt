--TEST--
stream() refuses items that are no events, and passes on what the iterable throws
--EXTENSIONS--
rtcomm
--FILE--
<?php
$sse = new RtComm\Sse\Emitter();
foreach ([
    fn() => [1],
    fn() => [['a']],
    fn() => (function () { yield new stdClass(); })(),
    fn() => (function () { yield 'a'; throw new Exception('from the generator'); })(),
    fn() => 'a',
] as $make) {
    try {
        $sse->stream($make());
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECTF--
TypeError: RtComm\Sse\Emitter::stream(): Argument #1 ($events) must yield RtComm\Sse\Event, string or null, int yielded
TypeError: RtComm\Sse\Emitter::stream(): Argument #1 ($events) must yield RtComm\Sse\Event, string or null, array yielded
TypeError: RtComm\Sse\Emitter::stream(): Argument #1 ($events) must yield RtComm\Sse\Event, string or null, stdClass yielded
data: a

Exception: from the generator
TypeError: RtComm\Sse\Emitter::stream(): Argument #1 ($events) must be of type %s, string given
