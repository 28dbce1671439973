--TEST--
Connections kept in static variables to the very end are freed without a word
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Keeper
{
    public static array $kept = [];
}
$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    Keeper::$kept[] = $conn;
    Keeper::$kept[] = $conn->request;
}, message: fn() => null);
$address = serve($server);
$client = new WebSocketClient($server, $address);
$other = new WebSocketClient($server, $address);
Keeper::$kept[] = $server;
Keeper::$kept[] = $server->channel('c');
Keeper::$kept[0]->subscribe('c')->data = Keeper::$kept;
echo "end\n";
--EXPECT--
end
