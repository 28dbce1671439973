--TEST--
A query beyond PHP's limits is cut without a warning
--EXTENSIONS--
rtcomm
--INI--
max_input_vars=20
display_errors=0
--FILE--
<?php
require __DIR__ . '/request.inc';

set_error_handler(function ($level, $message) { throw new ErrorException($message); });
echo count(get('/?' . implode('&', array_map(fn($n) => "v$n=$n", range(1, 100))))->query()), "\n";
var_dump(get('/?deep' . str_repeat('[x]', 65) . '=1&shallow=2')->query());
echo count(get('/', 'Cookie: ' . implode('; ', array_map(fn($n) => "v$n=$n", range(1, 100))))->cookie()), "\n";
var_dump(get('/', 'Cookie: deep' . str_repeat('[x]', 65) . '=1')->cookie());
?>
--EXPECT--
20
array(1) {
  ["shallow"]=>
  string(1) "2"
}
20
array(0) {
}
