--TEST--
Destructors at the end of the script may use what is still there
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Last
{
    public array $things;

    public function __destruct()
    {
        [$server, $conn, $channel] = $this->things;
        echo $server->stats()['open'], ' ', $conn->send('x')->name, ' ', strrchr($channel->publish('x'), ':'), "\n";
        $server->tick();
    }
}
$last = new Last();
$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use ($server, $last) {
    $last->things = [$server, $conn, $server->channel('c')];
});
$client = new WebSocketClient($server, serve($server));
echo "end\n";
--EXPECT--
end
1 Sent :1
