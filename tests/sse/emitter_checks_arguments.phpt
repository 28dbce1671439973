--TEST--
The emitter refuses times and headers that cannot be, and is constructed once
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\Sse\Emitter;

foreach ([
    fn() => new Emitter(-1.0),
    fn() => new Emitter(NAN),
    fn() => new Emitter(INF),
    fn() => new Emitter(15.0, 0.0),
    fn() => new Emitter(maxDuration: NAN),
    fn() => new Emitter(headers: ['X-A' => "b\r\nX-C: d"]),
    fn() => new Emitter(headers: ["X A" => 'b']),
    fn() => new Emitter(headers: ['X-A: b']),
    fn() => new Emitter(headers: ['X-A' => null]),
    fn() => new Emitter(headers: ['X-A' => ['b', true]]),
    fn() => new Emitter(headers: ['content-type' => 'text/plain']),
    fn() => (new Emitter())->wait(-1.0),
    fn() => (new Emitter())->__construct(),
    fn() => clone new Emitter(),
] as $try) {
    try {
        var_dump($try());
    } catch (Error $e) {
        echo str_replace('RtComm\\Sse\\Emitter::', '', $e->getMessage()), "\n";
    }
}
?>
--EXPECT--
__construct(): Argument #1 ($heartbeat) must be 0 or greater and at most 1000000000
__construct(): Argument #1 ($heartbeat) must be 0 or greater and at most 1000000000
__construct(): Argument #1 ($heartbeat) must be 0 or greater and at most 1000000000
__construct(): Argument #2 ($maxDuration) must be greater than 0 and at most 1000000000
__construct(): Argument #2 ($maxDuration) must be greater than 0 and at most 1000000000
__construct(): Argument #3 ($headers) must not have control characters in the value of X-A
__construct(): Argument #3 ($headers) must have headers' names as keys, "X A" given
__construct(): Argument #3 ($headers) must have headers' names as keys, 0 given
__construct(): Argument #3 ($headers) must have a string, a number or a list of them for X-A
__construct(): Argument #3 ($headers) must have a string, a number or a list of them for X-A
__construct(): Argument #3 ($headers) must not set content-type, the emitter does
wait(): Argument #1 ($seconds) must be 0 or greater and at most 1000000000
The emitter is already constructed
Trying to clone an uncloneable object of class RtComm\Sse\Emitter
