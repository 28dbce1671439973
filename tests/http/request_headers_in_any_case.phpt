--TEST--
Headers are found in any case; several of one name are joined, or listed
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

$request = get('/', 'X-One: 1', 'x-two: a', 'X-TWO: b', 'X-Two:', 'Cookie: c=1', '7: seven');
var_dump($request->header('x-one'), $request->header('X-TWO'), $request->header('X-Three'));
var_dump($request->getHeaderLine('x-Two'), $request->getHeaderLine('X-Three'));
var_dump($request->hasHeader('X-ONE'), $request->hasHeader('X-Three'));
echo json_encode($request->headers()), "\n";
echo json_encode($request->getHeaders()), "\n";
echo json_encode([$request->getHeader('X-two'), $request->getHeader('nothing')]), "\n";
?>
--EXPECT--
string(1) "1"
string(6) "a, b, "
NULL
string(6) "a, b, "
string(0) ""
bool(true)
bool(false)
{"host":"example.com","x-one":"1","x-two":"a, b, ","cookie":"c=1","7":"seven"}
{"Host":["example.com"],"X-One":["1"],"x-two":["a","b",""],"Cookie":["c=1"],"7":["seven"]}
[["a","b",""],[]]
