--TEST--
A publisher is neither cloned nor serialized, and shows no secret
--EXTENSIONS--
rtcomm
--FILE--
<?php
$publisher = new RtComm\Publisher('http://127.0.0.1:1/feed', 'a-secret');
foreach ([
    fn() => clone $publisher,
    fn() => serialize($publisher),
    fn() => unserialize('O:16:"RtComm\Publisher":0:{}'),
    fn() => $publisher->property = 1,
] as $try) {
    try {
        var_dump($try());
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
ob_start();
var_dump($publisher);
print_r($publisher);
var_export($publisher);
echo json_encode((array) $publisher);
$shown = ob_get_clean();
var_dump(str_contains($shown, "secret"));
var_dump((new ReflectionClass($publisher))->isFinal());
?>
--EXPECTF--
Error: Trying to clone an uncloneable object of class RtComm\Publisher
Exception: Serialization of 'RtComm\Publisher' is not allowed
Exception: Unserialization of 'RtComm\Publisher' is not allowed
Error: Cannot create dynamic property RtComm\Publisher::$property%S
bool(false)
bool(true)
