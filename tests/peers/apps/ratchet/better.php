<?php

require __DIR__ . '/bootstrap.php';

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

/* What only rtcomm does: errors that are not exceptions, exceptions in onClose, the close's code and reason. */
class Better extends Recorder
{
    public function onMessage(ConnectionInterface $from, $msg)
    {
        parent::onMessage($from, $msg);
        match ($msg) {
            'error' => strlen([]),
            'throw' => throw new RuntimeException('as asked'),
            'close' => $from->close(4000),
            default => $from->send("still here: {$msg}"),
        };
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->clients->detach($conn);
        record('close', [
            'conn' => name($conn),
            'code' => $conn->WebSocket->closeCode,
            'reason' => $conn->WebSocket->closeReason,
        ]);
        if ($conn->httpRequest->getUri()->getQuery() === 'throw') {
            throw new RuntimeException('in onClose');
        }
    }

    public function onError(ConnectionInterface $conn, Exception $e)
    {
        record('error', [
            'conn' => name($conn),
            'class' => get_class($e),
            'previous' => get_debug_type($e->getPrevious()),
        ]);
    }
}

$server = IoServer::factory(new HttpServer(new WsServer(new Better())), port(), '127.0.0.1');
ready();
$server->run();
