--TEST--
No permission: ListenException says so
--EXTENSIONS--
rtcomm
posix
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = sys_get_temp_dir() . '/rtcomm-denied';
@mkdir($path);
chmod($path, 0555);
if (posix_getuid() === 0) {
    posix_setuid(65534);
}
try {
    new RtComm\Server("unix:$path/socket");
} catch (RtComm\ListenException $error) {
    echo str_replace($path, 'PATH', $error->getMessage()), "\n";
}
--EXPECT--
cannot listen on unix:PATH/socket: Permission denied
