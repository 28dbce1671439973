--TEST--
The secret of a feed is not in the trace of an exception
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
if (PHP_VERSION_ID < 80200) {
    die('skip PHP 8.1 has no SensitiveParameter');
}
?>
--FILE--
<?php
$server = new RtComm\Server();
try {
    $server->feed('no path', publish: 'my-secret');
} catch (ValueError $error) {
    var_dump(get_class($error->getTrace()[0]['args'][2]));
    var_dump(str_contains((string) $error, 'my-secret'));
}
--EXPECT--
string(23) "SensitiveParameterValue"
bool(false)
