--TEST--
Frame::close() writes a code in network order and a reason
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\{CloseCode, Frame, Role};

echo bin2hex(Frame::close()), "\n";
echo bin2hex(Frame::close(CloseCode::GOING_AWAY, 'bye')), "\n";
echo bin2hex(Frame::close(4999, 'é')), "\n";
echo strlen(Frame::close(1000, str_repeat('a', 123))), "\n";
$masked = Frame::close(1000, 'bye', mask: true);
echo strlen($masked), ' ', bin2hex(Frame::decode($masked, from: Role::Client)->payload), "\n";
?>
--EXPECT--
880203e8
880503e9627965
88041387c3a9
127
11 03e8627965
