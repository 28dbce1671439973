<?php

require __DIR__ . '/bootstrap.php';

use Ratchet\App;
use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\Server\EchoServer;
use Ratchet\WebSocket\WsServer;

/* App with placeholders and origins. */
class Room extends Recorder
{
    public function __construct(private string $route)
    {
        parent::__construct();
    }

    public function onOpen(ConnectionInterface $conn)
    {
        parent::onOpen($conn);
        parse_str($conn->httpRequest->getUri()->getQuery(), $query);
        ksort($query);
        record('route', ['route' => $this->route, 'path' => $conn->httpRequest->getUri()->getPath(), 'query' => $query]);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        parent::onMessage($from, $msg);
        $from->send("{$this->route}: {$msg}");
    }
}

$app = new App('localhost', port(), '127.0.0.1');
$app->route('/open', new Room('open'), ['*']);
$app->route('/same', new Room('same'));
$app->route('/listed', new Room('listed'), ['good.example', 'other.example']);
$app->route('/rooms/{room}', new Room('rooms'), ['*']);
$app->route('/rooms/{room}/{seat}', new Room('seats'), ['*']);
$app->route('/host', new Room('host'), ['*'], 'special.example');
$app->route('/anyhost', new Room('anyhost'), ['*'], '');
$app->route('/echo', new EchoServer(), ['*']);
$app->route('/given', new WsServer(new Room('given')), ['*']);
ready();
$app->run();
