--TEST--
cookie() has what $_COOKIE would have: the first of several counts, names are not decoded
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

$request = get('/', 'Cookie: a=1; b=%41+%42;c = 3; a=2; e', 'cookie: f=6; %61=x; list[]=1; list[]=2');
echo json_encode($request->cookie()), "\n";
var_dump($request->cookie('b'), $request->cookie('none'));
var_dump(get('/')->cookie());
?>
--EXPECT--
{"a":"1","b":"A+B","c_":" 3","e":"","f":"6","%61":"x","list":["1","2"]}
string(3) "A+B"
NULL
array(0) {
}
