--TEST--
CloseCode::isValid() tells which codes may be sent
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\CloseCode;

$valid = array_filter(range(-10, 70000), CloseCode::isValid(...));
$ranges = [];
foreach ($valid as $code) {
    if ($ranges && end($ranges)[1] === $code - 1) {
        $ranges[array_key_last($ranges)][1] = $code;
    } else {
        $ranges[] = [$code, $code];
    }
}
foreach ($ranges as [$from, $to]) {
    echo "$from-$to\n";
}
var_dump(CloseCode::isValid(PHP_INT_MAX), CloseCode::isValid(PHP_INT_MIN), CloseCode::isValid(1000 + (1 << 32)));
?>
--EXPECT--
1000-1003
1007-1014
3000-4999
bool(false)
bool(false)
bool(false)
