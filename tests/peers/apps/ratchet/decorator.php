<?php

require __DIR__ . '/bootstrap.php';

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\MessageComponentInterface;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

/* A user's decorator around a component, which hands on a connection of its own. */
class ShoutingConnection implements ConnectionInterface
{
    public function __construct(private ConnectionInterface $inner)
    {
    }

    public function send($data)
    {
        $this->inner->send(strtoupper($data));
        return $this;
    }

    public function close()
    {
        $this->inner->close();
    }

    public function __get($name)
    {
        return $this->inner->{$name};
    }

    public function __isset($name)
    {
        return isset($this->inner->{$name});
    }
}

class Shouting implements MessageComponentInterface
{
    private SplObjectStorage $decorated;

    public function __construct(private MessageComponentInterface $component)
    {
        $this->decorated = new SplObjectStorage();
    }

    public function onOpen(ConnectionInterface $conn)
    {
        record('decorator open', ['conn' => name($conn)]);
        $this->decorated[$conn] = new ShoutingConnection($conn);
        $this->component->onOpen($this->decorated[$conn]);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        if ($msg === 'forbidden') {
            record('decorator stops', ['conn' => name($from)]);
            return;
        }
        $this->component->onMessage($this->decorated[$from], $msg);
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->component->onClose($this->decorated[$conn]);
        unset($this->decorated[$conn]);
        record('decorator close', ['left' => count($this->decorated)]);
    }

    public function onError(ConnectionInterface $conn, Exception $e)
    {
        record('decorator error', ['message' => $e->getMessage()]);
        $this->component->onError($this->decorated[$conn], $e);
    }
}

class Quiet extends Recorder
{
    public function onMessage(ConnectionInterface $from, $msg)
    {
        parent::onMessage($from, $msg);
        if ($msg === 'throw') {
            throw new DomainException('as asked');
        }
        foreach ($this->clients as $client) {
            $client->send("heard {$msg}");
        }
    }
}

$server = IoServer::factory(new HttpServer(new WsServer(new Shouting(new Quiet()))), port(), '127.0.0.1');
ready();
$server->run();
