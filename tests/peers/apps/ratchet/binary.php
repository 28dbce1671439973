<?php

require __DIR__ . '/bootstrap.php';

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\MessageInterface;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\MessageComponentInterface;
use Ratchet\WebSocket\WsServer;

/* The component that learns whether a message is text or binary. */
class Binary implements MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        record('open', ['conn' => name($conn)]);
    }

    public function onMessage(ConnectionInterface $conn, MessageInterface $msg)
    {
        record('message', [
            'conn' => name($conn),
            'binary' => $msg->isBinary(),
            'payload' => bin2hex($msg->getPayload()),
            'string' => bin2hex((string) $msg),
            'length' => $msg->getPayloadLength(),
            'countable' => $msg instanceof Countable,
        ]);
        $conn->send(($msg->isBinary() ? 'binary ' : 'text ') . strlen($msg));
        if ((string) $msg === 'echo') {
            $conn->send($msg);
        }
        if ((string) $msg === 'frames') {
            $conn->send(new Frame("\xff\xfe", true, Frame::OP_BINARY));
            $conn->close(new Frame(pack('n', 4321) . 'reason', true, Frame::OP_CLOSE));
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        record('close', ['conn' => name($conn)]);
    }

    public function onError(ConnectionInterface $conn, Exception $e)
    {
        record('error', ['message' => $e->getMessage()]);
    }
}

$server = IoServer::factory(new HttpServer(new WsServer(new Binary())), port(), '127.0.0.1');
ready();
$server->run();
