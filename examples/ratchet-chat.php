<?php

/*
 * A chat in the form that Ratchet made popular. The same file runs on either engine:
 *
 *     php -d extension=rtcomm -d rtcomm.ratchet=1 examples/ratchet-chat.php [PORT]     rtcomm, no package needed
 *     composer require cboden/ratchet && php examples/ratchet-chat.php [PORT]          Composer's Ratchet
 *
 * Try it in a browser's console, in two windows:
 *
 *     ws = new WebSocket('ws://127.0.0.1:8080/?name=Ada'); ws.onmessage = e => console.log(e.data);
 *     ws.send('Hello!');
 */

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\MessageComponentInterface;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

if (!interface_exists(MessageComponentInterface::class)) {
    /* Composer's Ratchet sets dynamic properties on its connections, which PHP 8.2 and later report. */
    error_reporting(E_ALL & ~E_DEPRECATED & ~E_USER_DEPRECATED);
    $autoload = getenv('COMPOSER_VENDOR_DIR') ?: __DIR__ . '/../vendor';
    if (!is_file("{$autoload}/autoload.php")) {
        fwrite(STDERR, "There is no Ratchet here: run with -d rtcomm.ratchet=1, or composer require cboden/ratchet.\n");
        exit(1);
    }
    require "{$autoload}/autoload.php";
}

class RatchetChat implements MessageComponentInterface
{
    private $clients;

    public function __construct()
    {
        $this->clients = new SplObjectStorage();
    }

    public function onOpen(ConnectionInterface $conn)
    {
        parse_str($conn->httpRequest->getUri()->getQuery(), $query);
        $name = $query['name'] ?? '';
        $fits = is_string($name) && preg_match('/^\S.{0,23}$/Du', $name);
        $conn->name = $fits ? $name : "guest {$conn->resourceId}";

        $conn->send("Welcome, {$conn->name}. Others here: " . count($this->clients) . '.');
        $this->tellOthers($conn, "{$conn->name} came in.");
        $this->clients->attach($conn);
        echo "{$conn->name} came in from {$conn->remoteAddress}\n";
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $this->tellOthers($from, "{$from->name}: {$msg}");
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->clients->detach($conn);
        $this->tellOthers($conn, "{$conn->name} left.");
        echo "{$conn->name} left\n";
    }

    public function onError(ConnectionInterface $conn, Exception $e)
    {
        echo "Error of {$conn->name}: {$e->getMessage()}\n";
        $conn->close();
    }

    private function tellOthers(ConnectionInterface $from, $line)
    {
        foreach ($this->clients as $client) {
            if ($from != $client) {
                $client->send($line);
            }
        }
    }
}

$port = (int) ($argv[1] ?? 8080);
$server = IoServer::factory(new HttpServer(new WsServer(new RatchetChat())), $port, '127.0.0.1');
echo "A chat is at ws://127.0.0.1:{$port}/ (Ctrl-C ends it)\n";
$server->run();
