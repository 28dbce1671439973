--TEST--
Frame::encode() masks each frame with a new key
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\Frame;

$keys = [];
for ($i = 0; $i < 100; $i++) {
    $frame = Frame::encode('Hello', mask: true);
    $key = substr($frame, 2, 4);
    $keys[$key] = true;
    if (bin2hex(substr($frame, 0, 2)) !== '8185' || (substr($frame, 6) ^ "$key$key") !== 'Hello') {
        echo 'bad frame: ', bin2hex($frame), "\n";
    }
}
var_dump(count($keys) > 95);
?>
--EXPECT--
bool(true)
