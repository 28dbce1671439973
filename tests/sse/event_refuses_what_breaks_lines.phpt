--TEST--
An event's name and id have no CR, LF or NUL, and retry is not negative
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\Sse\Event;

foreach ([
    fn() => new Event('x', event: "a\nb"),
    fn() => new Event('x', event: "a\r"),
    fn() => new Event('x', event: "\0"),
    fn() => new Event('x', id: "1\n2"),
    fn() => new Event('x', id: "1\r2"),
    fn() => new Event('x', id: "1\x002"),
    fn() => new Event('x', retry: -1),
    fn() => new Event([]),
] as $make) {
    try {
        $make();
        echo "made\n";
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
ValueError: RtComm\Sse\Event::__construct(): Argument #2 ($event) must not contain CR, LF or NUL
ValueError: RtComm\Sse\Event::__construct(): Argument #2 ($event) must not contain CR, LF or NUL
ValueError: RtComm\Sse\Event::__construct(): Argument #2 ($event) must not contain CR, LF or NUL
ValueError: RtComm\Sse\Event::__construct(): Argument #3 ($id) must not contain CR, LF or NUL
ValueError: RtComm\Sse\Event::__construct(): Argument #3 ($id) must not contain CR, LF or NUL
ValueError: RtComm\Sse\Event::__construct(): Argument #3 ($id) must not contain CR, LF or NUL
ValueError: RtComm\Sse\Event::__construct(): Argument #4 ($retry) must be greater than or equal to 0
TypeError: RtComm\Sse\Event::__construct(): Argument #1 ($data) must be of type string, array given
