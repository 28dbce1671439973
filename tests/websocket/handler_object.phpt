--TEST--
A Handler gets open, messages with their kind, and close
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Recorder implements RtComm\Handler
{
    public function onOpen(RtComm\Connection $conn): void
    {
        echo "open $conn->id\n";
    }

    public function onMessage(RtComm\Connection $conn, string $data, bool $binary): void
    {
        echo 'message ', $binary ? bin2hex($data) : $data, "\n";
    }

    public function onClose(RtComm\Connection $conn, RtComm\CloseInfo $info): void
    {
        echo 'close ', describe($info), "\n";
    }

    public function onError(RtComm\Connection $conn, Throwable $error): void
    {
        echo "error\n";
    }
}
$server = new RtComm\Server();
$server->handle('/', new Recorder());
$client = new WebSocketClient($server, serve($server));
$client->send('text')->send("\xff", RtComm\WebSocket\Opcode::Binary)->sendClose(1001);
$client->all();
--EXPECT--
open 1
message text
message ff
close 1001, clean, by peer
