--TEST--
The server's last reference is dropped in a timer: its clients are cut off, and nothing else happens
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$loop = RtComm\Loop::get();
$server = new RtComm\Server();
serve($server);
$server->loop->addTimer(0.001, function () {
    echo "callback\n";
    $GLOBALS['server'] = null;
    echo "dropped\n";
});
try {
    $loop->run();
    echo "over\n";
} catch (LogicException $error) {
    echo $error->getMessage(), "\n";
}
echo "ended\n";
--EXPECT--
callback
dropped
over
ended
