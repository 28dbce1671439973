--TEST--
What a destructor throws while a server is freed is thrown where the server was dropped
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Guest
{
    public function __destruct()
    {
        throw new LogicException('of the destructor');
    }
}
$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->data = new Guest());
$address = serve($server);
$clients = [new WebSocketClient($server, $address), new WebSocketClient($server, $address)];
$clients[0]->server = $clients[1]->server = null;
try {
    unset($server);
} catch (LogicException $error) {
    echo $error->getMessage(), ' after ', $error->getPrevious()?->getMessage(), "\n";
}
--EXPECT--
of the destructor after of the destructor
