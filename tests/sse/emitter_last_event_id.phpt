--TEST--
The emitter reads Last-Event-ID from $_SERVER
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\Sse\Emitter;

foreach (['7', 'a:12,b:3', '', "1\n2", "1\x002", ['7']] as $id) {
    $_SERVER['HTTP_LAST_EVENT_ID'] = $id;
    var_dump((new Emitter())->lastEventId);
}
unset($_SERVER);
var_dump((new Emitter())->lastEventId);
?>
--EXPECT--
string(1) "7"
string(8) "a:12,b:3"
string(0) ""
NULL
NULL
NULL
NULL
