<?php

require __DIR__ . '/bootstrap.php';

use Ratchet\Http\HttpServer;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;
use Ratchet\WebSocket\WsServerInterface;

/* Subprotocols, checked strictly or, with a second argument, not. */
class Spoken extends Recorder implements WsServerInterface
{
    public function getSubProtocols()
    {
        return ['soap', 'chat.v2'];
    }
}

$ws = new WsServer(new Spoken());
if (isset($argv[2])) {
    $ws->setStrictSubProtocolCheck(false);
}
$server = IoServer::factory(new HttpServer($ws), port(), '127.0.0.1');
ready();
$server->run();
