--TEST--
The emitter writes and closes the session, so that the visitor's other requests do not wait
--EXTENSIONS--
rtcomm
session
--FILE--
<?php
$directory = sys_get_temp_dir() . '/rtcomm-session-' . getmypid();
mkdir($directory);
session_save_path($directory);
session_id('abc');
session_start(['use_cookies' => 0, 'cache_limiter' => '']);
$_SESSION['a'] = 1;
$sse = new RtComm\Sse\Emitter();
var_dump(session_status() === PHP_SESSION_NONE, file_get_contents("$directory/sess_abc"));
unlink("$directory/sess_abc");
rmdir($directory);
?>
--EXPECT--
bool(true)
string(6) "a|i:1;"
