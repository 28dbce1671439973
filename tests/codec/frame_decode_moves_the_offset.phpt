--TEST--
Frame::decode() moves the offset past each frame
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Frame;

$bytes = 'xx' . raw(0x01, 'Hel') . raw(0x89, '') . raw(0x80, 'lo') . raw(0x82, str_repeat('z', 300));
$offset = 2;
while ($frame = Frame::decode($bytes, $offset)) {
    echo $offset, ' ', show($frame), "\n";
}
echo $offset === strlen($bytes) ? 'all' : 'not all', "\n";
?>
--EXPECT--
11 text 'Hel'
17 ping ''
25 continuation 'lo'
333 binary 300 bytes, md5 62a457719101124d52a9c4fe5211f52a
all
