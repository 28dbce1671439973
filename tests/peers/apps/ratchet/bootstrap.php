<?php

/*
 * Shared by the Ratchet applications of run-ratchet: finds Ratchet, and records what the application is called with, one
 * JSON object a line. Connections are named c1, c2, ... in the order in which they are seen, whatever their ids are.
 */

use Ratchet\ConnectionInterface;
use Ratchet\MessageComponentInterface;

error_reporting(E_ALL & ~E_DEPRECATED & ~E_USER_DEPRECATED);
ini_set('display_errors', 'stderr');

if (!interface_exists(MessageComponentInterface::class)) {
    require getenv('RATCHET_AUTOLOAD');
}

function record(string $event, array $fields = []): void
{
    $flags = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR;
    echo json_encode(['on' => $event] + $fields, $flags), "\n";
}

function name(ConnectionInterface $conn): string
{
    static $names = [];
    return $names[$conn->resourceId] ??= 'c' . (count($names) + 1);
}

/** Records each callback, and does what most applications do with connections. */
abstract class Recorder implements MessageComponentInterface
{
    protected SplObjectStorage $clients;

    public function __construct()
    {
        $this->clients = new SplObjectStorage();
    }

    public function onOpen(ConnectionInterface $conn)
    {
        $this->clients->attach($conn);
        record('open', ['conn' => name($conn), 'count' => count($this->clients)]);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        record('message', ['conn' => name($from), 'msg' => $msg, 'type' => get_debug_type($msg)]);
    }

    public function onClose(ConnectionInterface $conn)
    {
        $known = $this->clients->contains($conn);
        $this->clients->detach($conn);
        record('close', ['conn' => name($conn), 'known' => $known, 'count' => count($this->clients)]);
    }

    public function onError(ConnectionInterface $conn, Exception $e)
    {
        record('error', ['conn' => name($conn), 'class' => get_class($e), 'message' => $e->getMessage()]);
        $conn->close();
    }
}

function port(): int
{
    return (int) $_SERVER['argv'][1];
}

function ready(): void
{
    echo 'ready at ws://127.0.0.1:', port(), "/\n";
}
