<?php
/*
 * A chat in Ratchet's classic form. It runs unchanged on Composer's cboden/ratchet (its autoloader
 * prepended) and on rtcomm with rtcomm.ratchet=1. A client that came by /echo is answered alone.
 */
use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\MessageComponentInterface;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

class Chat implements MessageComponentInterface
{
    protected $clients;

    public function __construct()
    {
        $this->clients = new \SplObjectStorage();
    }

    public function onOpen(ConnectionInterface $conn)
    {
        if ($conn->httpRequest->getUri()->getPath() === '/chat') {
            $this->clients->attach($conn);
        }
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        if (!$this->clients->contains($from)) {
            $from->send($msg);
            return;
        }
        foreach ($this->clients as $client) {
            if ($from !== $client) {
                $client->send($msg);
            }
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->clients->detach($conn);
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        $conn->close();
    }
}

$server = IoServer::factory(new HttpServer(new WsServer(new Chat())), (int) $argv[1], '127.0.0.1');
echo 'loop: ', get_class($server->loop), "\n";
$server->run();
