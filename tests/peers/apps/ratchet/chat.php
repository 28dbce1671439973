<?php

require __DIR__ . '/bootstrap.php';

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

/* What the classic chats do: ids, addresses, the query, dynamic properties, comparisons, everybody but the sender. */
class Chat extends Recorder
{
    private array $byId = [];

    public function onOpen(ConnectionInterface $conn)
    {
        parent::onOpen($conn);
        parse_str($conn->httpRequest->getUri()->getQuery(), $query);
        $conn->nick = $query['nick'] ?? 'nobody';
        $conn->bag = new stdClass();
        $conn->bag->self = $conn;
        $this->byId[$conn->resourceId] = $conn;
        record('facts', [
            'id is an int' => is_int($conn->resourceId),
            'address' => $conn->remoteAddress,
            'path' => $conn->httpRequest->getUri()->getPath(),
            'query' => $conn->httpRequest->getUri()->getQuery(),
            'method' => $conn->httpRequest->getMethod(),
            'header' => $conn->httpRequest->getHeader('X-Test'),
            'header line' => $conn->httpRequest->getHeaderLine('x-test'),
            'has header' => $conn->httpRequest->hasHeader('X-Missing'),
            'missing header' => $conn->httpRequest->getHeader('X-Missing'),
            'cookie' => $conn->httpRequest->getHeaderLine('Cookie'),
            'target' => $conn->httpRequest->getRequestTarget(),
            'version' => $conn->httpRequest->getProtocolVersion(),
            'closing' => $conn->WebSocket->closing,
        ]);
        $conn->send("welcome {$conn->nick}");
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        parent::onMessage($from, $msg);
        foreach ($this->clients as $client) {
            if ($from != $client) {
                $client->send("{$from->nick}: {$msg}");
            }
        }
        if ($msg === 'count') {
            $from->send((string) count($this->clients))->send('chained');
        }
        if ($msg === 'compare') {
            $others = array_filter($this->byId, fn($other) => $other !== $from);
            record('compare', [
                'equal to itself' => $from == $from,
                'equal to others' => array_map(fn($other) => $from == $other, array_values($others)),
                'identical' => $from === $from->bag->self,
                'isset' => isset($from->nick, $from->resourceId, $from->WebSocket),
                'not set' => isset($from->nothing),
            ]);
            unset($from->bag);
        }
        if ($msg === 'numbers') {
            $from->send(42)->send(1.5)->send(true);
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        parent::onClose($conn);
        unset($this->byId[$conn->resourceId]);
        foreach ($this->clients as $client) {
            $client->send("{$conn->nick} left");
        }
        $conn->send('into the void');
    }
}

$server = IoServer::factory(new HttpServer(new WsServer(new Chat())), port(), '127.0.0.1');
ready();
$server->run();
