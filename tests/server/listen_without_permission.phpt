--TEST--
No permission: ListenException says so
--EXTENSIONS--
rtcomm
posix
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = sys_get_temp_dir() . '/rtcomm-denied-' . getmypid();
mkdir($path);
chmod($path, 0555);
$root = posix_geteuid() === 0;
if ($root) {
    posix_seteuid(65534);
}
try {
    new RtComm\Server("unix:$path/socket");
} catch (RtComm\ListenException $error) {
    echo str_replace($path, 'PATH', $error->getMessage()), "\n";
}
if ($root) {
    posix_seteuid(0);
}
rmdir($path);
--EXPECT--
cannot listen on unix:PATH/socket: Permission denied
