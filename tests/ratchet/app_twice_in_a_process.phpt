--TEST--
Two Apps live in one process, on one loop
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
$log = new Recorder;
foreach ([1, 2] as $number) {
    $app = new Ratchet\App("localhost", $port = free_port());
    $app->route("/", $log, ["*"]);
    $apps[$port] = $app;
}
RtComm\Loop::get()->futureTick(function () use ($apps) {
    foreach ($apps as $port => $app) {
        $stream = stream_socket_client("tcp://127.0.0.1:$port");
        fwrite($stream, WebSocketClient::handshake("/", ["Host" => "localhost"]));
        $GLOBALS["streams"][] = $stream;
    }
});
RtComm\Loop::get()->addPeriodicTimer(0.01, fn() => count($log->log) < 2 || RtComm\Loop::get()->stop());
$app->run();
echo "over\n";
?>
--EXPECT--
open
open
over
