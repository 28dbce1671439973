<?php
/* rtcomm with Handler objects: PHP keeps every connection of /chat and loops over them itself. */
declare(strict_types=1);

use RtComm\CloseInfo;
use RtComm\Connection;
use RtComm\Handler;
use RtComm\Server;

final class EchoBack implements Handler
{
    public function onOpen(Connection $conn): void
    {
    }

    public function onMessage(Connection $conn, string $data, bool $binary): void
    {
        $conn->send($data);
    }

    public function onClose(Connection $conn, CloseInfo $info): void
    {
    }

    public function onError(Connection $conn, Throwable $error): void
    {
        $conn->close(1011);
    }
}

final class Chat implements Handler
{
    private SplObjectStorage $clients;

    public function __construct()
    {
        $this->clients = new SplObjectStorage();
    }

    public function onOpen(Connection $conn): void
    {
        $this->clients->attach($conn);
    }

    public function onMessage(Connection $conn, string $data, bool $binary): void
    {
        foreach ($this->clients as $client) {
            if ($client !== $conn) {
                $client->send($data);
            }
        }
    }

    public function onClose(Connection $conn, CloseInfo $info): void
    {
        $this->clients->detach($conn);
    }

    public function onError(Connection $conn, Throwable $error): void
    {
        $conn->close(1011);
    }
}

$server = new Server('127.0.0.1:' . $argv[1]);
$server->handle('/echo', new EchoBack());
$server->handle('/chat', new Chat());
echo "loop: rtcomm\n";
$server->run();
