<?php

require __DIR__ . '/bootstrap.php';

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

/* Closes in every way there is. */
class Closing extends Recorder
{
    public function onOpen(ConnectionInterface $conn)
    {
        parent::onOpen($conn);
        if ($conn->httpRequest->getUri()->getQuery() === 'reject') {
            $conn->send('not you');
            $conn->close();
        }
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        parent::onMessage($from, $msg);
        $words = explode(' ', $msg);
        switch ($words[0]) {
            case 'close':
                $from->close();
                break;
            case 'code':
                $from->close((int) $words[1]);
                break;
            case 'speak':
                $from->send('before');
                $from->close();
                $from->send('after');
                record('state', ['closing' => $from->WebSocket->closing]);
                break;
            case 'twice':
                $from->close(4001);
                $from->close(4002);
                break;
            case 'others':
                foreach ($this->clients as $client) {
                    if ($client !== $from) {
                        $client->close();
                    }
                }
                break;
            case 'all':
                foreach ($this->clients as $client) {
                    $client->send('bye');
                    $client->close();
                }
                break;
        }
    }
}

$server = IoServer::factory(new HttpServer(new WsServer(new Closing())), port(), '127.0.0.1');
ready();
$server->run();
