--TEST--
Destructors that run while a server is freed find their connections closed
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Guest
{
    public function __construct(private RtComm\Connection $conn, private RtComm\Channel $channel)
    {
    }

    public function __destruct()
    {
        echo $this->conn->send('x')->name, ' ', count($this->channel), "\n";
        $this->conn->close();
        $this->conn->subscribe('c');
    }
}
$server = new RtComm\Server();
$channel = $server->channel('c');
$server->handle('/', open: function ($conn) use ($channel) {
    $conn->data = new Guest($conn->subscribe('c'), $channel);
});
$address = serve($server);
$clients = [new WebSocketClient($server, $address), new WebSocketClient($server, $address)];
$clients[0]->server = $clients[1]->server = null;
unset($server);
gc_collect_cycles();
echo "gone\n";
--EXPECT--
Closed 0
Closed 0
gone
