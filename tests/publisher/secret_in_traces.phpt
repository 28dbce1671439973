--TEST--
The secret is no part of a stack trace (PHP 8.2 and later)
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
if (PHP_VERSION_ID < 80200) {
    die('skip there is no SensitiveParameter');
}
?>
--INI--
zend.exception_ignore_args=0
--FILE--
<?php
try {
    new RtComm\Publisher('nonsense', 'a-secret');
} catch (ValueError $e) {
    echo $e->getTraceAsString(), "\n";
}
?>
--EXPECTF--
#0 %s(3): RtComm\Publisher->__construct('nonsense', Object(SensitiveParameterValue))
#1 {main}
