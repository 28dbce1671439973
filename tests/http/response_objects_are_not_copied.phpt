--TEST--
Responses are neither cloneable nor serializable
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

$response = new RtComm\Response;
attempt(fn() => clone $response);
attempt(fn() => serialize($response));
attempt(function () use ($response) { $response->mine = 1; });
?>
--EXPECT--
Error: Trying to clone an uncloneable object of class RtComm\Response
Exception: Serialization of 'RtComm\Response' is not allowed
Error: Cannot create dynamic property RtComm\Response::$mine
