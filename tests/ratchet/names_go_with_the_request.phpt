--TEST--
The names are gone when the request is over
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=0
--FILE--
<?php
require __DIR__ . "/ratchet.inc";
$port = free_port();
$script = tempnam(sys_get_temp_dir(), "ratchet");
file_put_contents($script, "<?php
    echo class_exists(\"Ratchet\\\\App\") ? 1 : 0, defined(\"Ratchet\\\\VERSION\") ? 1 : 0;
    RtComm\\Ratchet::enable();
    echo class_exists(\"Ratchet\\\\App\") ? 1 : 0, defined(\"Ratchet\\\\VERSION\") ? 1 : 0;");
$php = getenv("TEST_PHP_EXECUTABLE") . " " . getenv("TEST_PHP_EXTRA_ARGS");
$process = proc_open("exec $php -S 127.0.0.1:$port $script", [["null"], ["null"], ["null"]], $pipes);
for ($tries = 0; $tries < 3000 && !@fclose(@fsockopen("127.0.0.1", $port) ?: tmpfile()) | !@fsockopen("127.0.0.1", $port); $tries++) {
    usleep(10000);
}
for ($i = 0; $i < 3; $i++) {
    echo file_get_contents("http://127.0.0.1:$port/"), "\n";
}
proc_terminate($process);
proc_close($process);
unlink($script);
?>
--EXPECT--
0011
0011
0011
