--TEST--
enable() asks no autoloader
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=0
--FILE--
<?php
spl_autoload_register(fn($class) => print("autoload $class\n"));
RtComm\Ratchet::enable();
var_dump(class_exists("Ratchet\App"));
?>
--EXPECT--
bool(true)
