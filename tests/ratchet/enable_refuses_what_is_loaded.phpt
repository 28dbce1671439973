--TEST--
enable() throws if classes of Ratchet are loaded, and does nothing then
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=0
--FILE--
<?php
eval("namespace Ratchet\\Http; class OriginCheck {}");
try {
    RtComm\Ratchet::enable();
} catch (RtComm\RuntimeException $e) {
    echo $e->getMessage(), "\n";
}
var_dump(interface_exists("Ratchet\ConnectionInterface"), defined("Ratchet\VERSION"));
?>
--EXPECT--
Classes of Composer's cboden/ratchet are loaded already: enable rtcomm's before them, or remove that package
bool(false)
bool(false)
