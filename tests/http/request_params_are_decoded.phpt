--TEST--
$params has what stood for the route's placeholders, percent-decoded
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

$request = fn(string $target, string $path) => received("GET $target HTTP/1.1\r\nHost: h\r\n\r\n", $path)->params;
echo json_encode($request('/rooms/caf%C3%A9/a+b', '/rooms/{room}/{user}'), JSON_UNESCAPED_UNICODE), "\n";
echo json_encode($request('/rooms/%zz/x?y=1', '/rooms/{room}/{user}')), "\n";
echo json_encode($request('/rooms', '/rooms')), "\n";
?>
--EXPECT--
{"room":"café","user":"a+b"}
{"room":"%zz","user":"x"}
[]
