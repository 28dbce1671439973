--TEST--
A callback may drop the server
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Drops extends Recorder
{
    public function onMessage(RtComm\Ratchet\ConnectionInterface $from, $msg)
    {
        unset($GLOBALS["io"], $GLOBALS["socket"]);
        gc_collect_cycles();
        $from->send("still there");
        $this->note("dropped");
    }
}
$socket = new RtComm\Server;
$address = serve($socket);
$io = new Ratchet\Server\IoServer(stack($component = new Drops), $socket);
$loop = $io->loop;
$client = new WebSocketClient($socket, $address);
$client->server = null;
$client->send("x");
$turns = 0;
$loop->addPeriodicTimer(0.01, function () use ($loop, $component, &$turns) {
    if (in_array("dropped", $component->log) && ++$turns === 10) {
        $loop->stop();
    }
});
$loop->run();
echo "over\n";
?>
--EXPECT--
open
dropped
over
