--TEST--
Frame::close() refuses codes that may not be sent
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Frame;

foreach ([-1, 0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 66536] as $code) {
    caught(fn() => Frame::close($code));
}
?>
--EXPECT--
ValueError: RtComm\WebSocket\Frame::close(): Argument #1 ($code) must be a close code that may be sent (1000-1003, 1007-1014, 3000-4999)
ValueError: RtComm\WebSocket\Frame::close(): Argument #1 ($code) must be a close code that may be sent (1000-1003, 1007-1014, 3000-4999)
ValueError: RtComm\WebSocket\Frame::close(): Argument #1 ($code) must be a close code that may be sent (1000-1003, 1007-1014, 3000-4999)
ValueError: RtComm\WebSocket\Frame::close(): Argument #1 ($code) must be a close code that may be sent (1000-1003, 1007-1014, 3000-4999)
ValueError: RtComm\WebSocket\Frame::close(): Argument #1 ($code) must be a close code that may be sent (1000-1003, 1007-1014, 3000-4999)
ValueError: RtComm\WebSocket\Frame::close(): Argument #1 ($code) must be a close code that may be sent (1000-1003, 1007-1014, 3000-4999)
ValueError: RtComm\WebSocket\Frame::close(): Argument #1 ($code) must be a close code that may be sent (1000-1003, 1007-1014, 3000-4999)
ValueError: RtComm\WebSocket\Frame::close(): Argument #1 ($code) must be a close code that may be sent (1000-1003, 1007-1014, 3000-4999)
ValueError: RtComm\WebSocket\Frame::close(): Argument #1 ($code) must be a close code that may be sent (1000-1003, 1007-1014, 3000-4999)
ValueError: RtComm\WebSocket\Frame::close(): Argument #1 ($code) must be a close code that may be sent (1000-1003, 1007-1014, 3000-4999)
