--TEST--
Nothing named Ratchet exists unless it is enabled
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=0
--FILE--
<?php
$names = array_merge(get_declared_classes(), get_declared_interfaces());
var_dump(array_filter($names, fn($name) => stripos($name, "Ratchet\\") === 0));
var_dump(interface_exists("Ratchet\MessageComponentInterface"), class_exists("Ratchet\App"), defined("Ratchet\VERSION"));
?>
--EXPECT--
array(0) {
}
bool(false)
bool(false)
bool(false)
