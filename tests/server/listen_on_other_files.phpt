--TEST--
A file that is no socket is never removed
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = tempnam(sys_get_temp_dir(), 'rtcomm');
file_put_contents($path, 'precious');
foreach ([$path, sys_get_temp_dir()] as $other) {
    try {
        new RtComm\Server("unix:$other");
    } catch (RtComm\ListenException $error) {
        echo str_replace($other, 'PATH', $error->getMessage()), "\n";
    }
}
echo file_get_contents($path), "\n";
unlink($path);
--EXPECT--
cannot listen on unix:PATH: Address already in use
cannot listen on unix:PATH: Address already in use
precious
