--TEST--
A script that ends, exits or fails removes the file of its unix socket
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
foreach (['', 'exit(3);', 'throw new Exception("x");', 'eval("function f() {} function f() {}");'] as $end) {
    $child = new Child("\$server = new RtComm\\Server('unix:$path'); echo filetype('$path'), \"\\n\"; $end");
    echo $child->line(), ' ', $child->end(), ' ';
    clearstatcache();
    var_dump(file_exists($path));
}
--EXPECT--
socket exit 0 bool(false)
socket exit 3 bool(false)
socket exit 255 bool(false)
socket exit 255 bool(false)
