--TEST--
terminate() of a connection works in a destructor
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/other', open: function ($conn) use (&$other) {
    $other = $conn->subscribe('c');
});
$address = serve($server);
$bystander = new WebSocketClient($server, $address, '/other');
final class Guest
{
    public function __construct(private RtComm\Server $server, private RtComm\Connection $other)
    {
    }

    public function __destruct()
    {
        $server = $this->server;
        $other = $this->other;
        $other->terminate();
    }
}
$server->handle('/', open: function ($conn) use ($server, &$other) {
    $conn->data = new Guest($server, $other);
});
$client = new WebSocketClient($server, $address);
fwrite($client->stream, RtComm\WebSocket\Frame::close(1000, mask: true));
echo $bystander->text(), "\n";
--EXPECT--
(end)
