--TEST--
The emitter drops what output buffers hold, and sends past those that are opened later
--EXTENSIONS--
rtcomm
--FILE--
<?php
ob_start();
echo 'dropped';
ob_start(fn($text) => strtoupper($text));
echo 'dropped, too';
$sse = new RtComm\Sse\Emitter();
var_dump(ob_get_level());
ob_start();
$sse->send('sent');
var_dump(ob_get_clean());
?>
--EXPECT--
int(0)
data: sent

string(0) ""
