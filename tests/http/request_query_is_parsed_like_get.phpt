--TEST--
query() has what $_GET would have
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

$request = get('/?a=1&b[]=2&b[]=3&c[x][y]=z&d.e=%41+b&flag&a=last&=nameless&&%66=g');
echo json_encode($request->query()), "\n";
var_dump($request->query('a'), $request->query('flag'), $request->query('none'));
var_dump($request->query('b'));
var_dump(get('/')->query(), get('/?')->query());
var_dump(get('/?0=zero')->query('0'));
?>
--EXPECT--
{"a":"last","b":["2","3"],"c":{"x":{"y":"z"}},"d_e":"A b","flag":"","f":"g"}
string(4) "last"
string(0) ""
NULL
array(2) {
  [0]=>
  string(1) "2"
  [1]=>
  string(1) "3"
}
array(0) {
}
array(0) {
}
string(4) "zero"
