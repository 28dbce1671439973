--TEST--
The memory limit in a callback ends the script
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
if (getenv('USE_ZEND_ALLOC') === '0') die('skip needs the memory limit');
?>
--INI--
memory_limit=16M
--FILE--
<?php
$loop = new RtComm\Loop;
$loop->futureTick(function () {
    str_repeat('x', 64 << 20);
});
$loop->run();
echo "never\n";
?>
--EXPECTF--
Fatal error: Allowed memory size of 16777216 bytes exhausted%a
