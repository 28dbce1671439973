--TEST--
Every way to read a property of a Request finds it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

$make = fn() => get('/path?q');
var_dump($make()->path);
var_dump(isset($make()->path), isset($make()->nothing), empty($make()->body));
var_dump($make()->method ?? 'default');
$name = 'target';
var_dump($make()->$name);
foreach ($make() as $property => $value) {
    echo $property, '=', json_encode($value), ' ';
}
echo "\n";
var_dump(((array) $make())['method']);
var_dump(get_object_vars($make())['path']);
echo json_encode($make(), JSON_UNESCAPED_SLASHES), "\n";
var_dump((new ReflectionProperty(RtComm\Request::class, 'method'))->getValue($make()));
var_dump((new ReflectionProperty(RtComm\Request::class, 'method'))->isInitialized($make()));
var_dump(property_exists($make(), 'body'));
// Twice through the same opcode, unread and read.
$request = $make();
for ($i = 0; $i < 2; $i++) {
    var_dump($request->protocolVersion);
}
?>
--EXPECT--
string(5) "/path"
bool(true)
bool(false)
bool(true)
string(3) "GET"
string(7) "/path?q"
method="GET" target="\/path?q" path="\/path" protocolVersion="1.1" body="" params=[] 
string(3) "GET"
string(5) "/path"
{"method":"GET","target":"/path?q","path":"/path","protocolVersion":"1.1","body":"","params":[]}
string(3) "GET"
bool(true)
bool(true)
string(3) "1.1"
string(3) "1.1"
