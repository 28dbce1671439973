--TEST--
A Response refuses headers that may not be sent, and names them
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

use RtComm\Response;
foreach ([
    ['X-Good' => 'a', 'X-Number' => 1, 'X-List' => ['a', 2.5], 'X-Empty' => '', 'X-Tab' => "a\tb"],
    ['X: a'],
    ["X\r\nY" => 'a'],
    ['' => 'a'],
    ['X Y' => 'a'],
    ['X-Break' => "a\r\nSet-Cookie: b"],
    ['X-Nul' => "a\0b"],
    ['X-List' => ['a', "b\nc"]],
    ['X-Null' => null],
    ['X-Nested' => [['a']]],
    ['content-length' => '5'],
    ['Transfer-Encoding' => 'chunked'],
    ['Connection' => 'close'],
    ['Date' => 'today'],
] as $headers) {
    attempt(fn() => get_class(new Response(200, '', $headers)));
}
?>
--EXPECT--
string(15) "RtComm\Response"
ValueError: RtComm\Response::__construct(): Argument #3 ($headers) must have headers' names as keys, 0 given
ValueError: RtComm\Response::__construct(): Argument #3 ($headers) must have headers' names as keys, "X
Y" given
ValueError: RtComm\Response::__construct(): Argument #3 ($headers) must have headers' names as keys, "" given
ValueError: RtComm\Response::__construct(): Argument #3 ($headers) must have headers' names as keys, "X Y" given
ValueError: RtComm\Response::__construct(): Argument #3 ($headers) must not have control characters in the value of X-Break
ValueError: RtComm\Response::__construct(): Argument #3 ($headers) must not have control characters in the value of X-Nul
ValueError: RtComm\Response::__construct(): Argument #3 ($headers) must not have control characters in the value of X-List
TypeError: RtComm\Response::__construct(): Argument #3 ($headers) must have a string, a number or a list of them for X-Null
TypeError: RtComm\Response::__construct(): Argument #3 ($headers) must have a string, a number or a list of them for X-Nested
ValueError: RtComm\Response::__construct(): Argument #3 ($headers) must not set content-length, the server does
ValueError: RtComm\Response::__construct(): Argument #3 ($headers) must not set Transfer-Encoding, the server does
ValueError: RtComm\Response::__construct(): Argument #3 ($headers) must not set Connection, the server does
ValueError: RtComm\Response::__construct(): Argument #3 ($headers) must not set Date, the server does
