--TEST--
A destructor that runs when a connection is released may use the server and other connections
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Farewell
{
    public function __construct(private RtComm\Server $server, private RtComm\Connection $other)
    {
    }

    public function __destruct()
    {
        echo $this->server->stats()['connections'], ' ', $this->other->send('farewell')->name, "\n";
        $this->server->channel('c')->publish('published');
        $this->other->close(4000);
    }
}
$server = new RtComm\Server();
$server->handle('/stay', open: function ($conn) use (&$other) {
    $other = $conn->subscribe('c');
});
$server->handle('/go', open: function ($conn) use ($server, &$other) {
    $conn->data = new Farewell($server, $other);
});
$address = serve($server);
$stays = new WebSocketClient($server, $address, '/stay');
$goes = new WebSocketClient($server, $address, '/go');
$goes->sendClose()->all();
echo $stays->text(), ' ', $stays->text(), ' ', $stays->text(), "\n";
--EXPECT--
2 Sent
farewell published (close 4000)
