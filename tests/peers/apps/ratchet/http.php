<?php

require __DIR__ . '/bootstrap.php';

use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\Http\HttpServerInterface;
use Ratchet\Http\OriginCheck;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

/* A user's decorator between HttpServer and WsServer, and OriginCheck by hand. */
class Authorized implements HttpServerInterface
{
    public function __construct(private HttpServerInterface $component)
    {
    }

    public function onOpen(ConnectionInterface $conn, ?RequestInterface $request = null)
    {
        $allowed = $request->getHeaderLine('X-Token') === 'secret';
        record('authorize', ['path' => $request->getUri()->getPath(), 'allowed' => $allowed]);
        if (!$allowed) {
            $conn->send("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            $conn->close();
            return;
        }
        $this->component->onOpen($conn, $request);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $this->component->onMessage($from, $msg);
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->component->onClose($conn);
    }

    public function onError(ConnectionInterface $conn, Exception $e)
    {
        $this->component->onError($conn, $e);
    }
}

class Greeter extends Recorder
{
    public function onMessage(ConnectionInterface $from, $msg)
    {
        parent::onMessage($from, $msg);
        $from->send("hello {$msg}");
    }
}

$check = new OriginCheck(new Authorized(new WsServer(new Greeter())), ['good.example']);
$check->allowedOrigins[] = 'late.example';
$server = IoServer::factory(new HttpServer($check), port(), '127.0.0.1');
ready();
$server->run();
