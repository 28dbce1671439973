--TEST--
App puts components for WAMP into the package that has it
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
eval("namespace Ratchet\\Wamp; interface WampServerInterface extends \\Ratchet\\ComponentInterface {}
class WampServer extends \\Recorder { public function __construct(private WampServerInterface \$inner) { echo get_class(\$inner), \"\\n\"; } }");
class Pusher implements Ratchet\Wamp\WampServerInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn) {}
    public function onClose(Ratchet\ConnectionInterface $conn) {}
    public function onError(Ratchet\ConnectionInterface $conn, Exception $e) {}
}
$app = new Ratchet\App("localhost", 0);
echo get_class($app->route("/", new Pusher, ["*"])), "\n";
?>
--EXPECT--
Pusher
RtComm\Ratchet\WebSocket\WsServer
