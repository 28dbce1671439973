<?php

require __DIR__ . '/bootstrap.php';

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

/* Exceptions in callbacks; onError closes only where the exception says so. */
class Throwing extends Recorder
{
    public function onOpen(ConnectionInterface $conn)
    {
        parent::onOpen($conn);
        if ($conn->httpRequest->getUri()->getQuery() === 'open') {
            throw new RuntimeException('in onOpen');
        }
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        parent::onMessage($from, $msg);
        if ($msg === 'keep' || $msg === 'close') {
            throw new LogicException($msg);
        }
        $from->send("still here: {$msg}");
    }

    public function onError(ConnectionInterface $conn, Exception $e)
    {
        record('error', ['conn' => name($conn), 'class' => get_class($e), 'message' => $e->getMessage()]);
        if ($e->getMessage() === 'close') {
            $conn->close();
        }
    }
}

$server = IoServer::factory(new HttpServer(new WsServer(new Throwing())), port(), '127.0.0.1');
ready();
$server->run();
