--TEST--
What a Handler's method throws goes to its onError
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Faulty implements RtComm\Handler
{
    public function onOpen(RtComm\Connection $conn): void
    {
        throw new Exception('open');
    }

    public function onMessage(RtComm\Connection $conn, string $data, bool $binary): void
    {
        $this->missing();
    }

    public function onClose(RtComm\Connection $conn, RtComm\CloseInfo $info): void
    {
        throw new Exception('close');
    }

    public function onError(RtComm\Connection $conn, Throwable $error): void
    {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
$server = new RtComm\Server();
$server->handle('/', new Faulty());
$client = new WebSocketClient($server, serve($server));
$client->send('x')->sendClose()->all();
--EXPECT--
Exception: open
Error: Call to undefined method Faulty::missing()
Exception: close
