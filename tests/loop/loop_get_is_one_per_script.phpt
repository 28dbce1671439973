--TEST--
Loop::get() gives the same loop every time
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\Loop;

var_dump(Loop::get() === Loop::get());
var_dump(Loop::get() === new Loop);
var_dump(get_class(Loop::get()));
?>
--EXPECT--
bool(true)
bool(false)
string(11) "RtComm\Loop"
