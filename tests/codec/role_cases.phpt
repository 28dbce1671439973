--TEST--
Role is Server or Client
--EXTENSIONS--
rtcomm
--FILE--
<?php
foreach (RtComm\WebSocket\Role::cases() as $case) {
    echo $case->name, "\n";
}
?>
--EXPECT--
Server
Client
