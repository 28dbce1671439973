--TEST--
The status of a Response is between 200 and 599
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

use RtComm\Response;
foreach ([200, 404, 599] as $status) {
    new Response($status);
}
foreach ([199, 600, 0, -1, 101] as $status) {
    attempt(fn() => new Response($status));
}
attempt(fn() => Response::json([], 100));
attempt(function () { (new Response)->__construct(); });
?>
--EXPECT--
ValueError: RtComm\Response::__construct(): Argument #1 ($status) must be between 200 and 599
ValueError: RtComm\Response::__construct(): Argument #1 ($status) must be between 200 and 599
ValueError: RtComm\Response::__construct(): Argument #1 ($status) must be between 200 and 599
ValueError: RtComm\Response::__construct(): Argument #1 ($status) must be between 200 and 599
ValueError: RtComm\Response::__construct(): Argument #1 ($status) must be between 200 and 599
ValueError: RtComm\Response::json(): Argument #2 ($status) must be between 200 and 599
Error: The response is already constructed
