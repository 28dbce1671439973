--TEST--
The clients of a Ratchet component are WebSockets: handle() refuses to promise other transports
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

use RtComm\Transport;

final class Chat implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $conn->send('welcome');
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onError(Ratchet\ConnectionInterface $conn, Exception $e)
    {
    }
}

$server = new RtComm\Server();
foreach ([[Transport::EventStream], [Transport::LongPoll, Transport::WebSocket], Transport::cases()] as $transports) {
    try {
        $server->handle('/', new Chat(), transports: $transports);
        echo "no error\n";
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
$server->handle('/', new Chat(), transports: [Transport::WebSocket]);
$server->handle('/any', new Chat());
$address = serve($server);
foreach (['/', '/any'] as $path) {
    echo (new WebSocketClient($server, $address, $path))->text(), "\n";
    echo brief((new HttpClient($server, $address))->get($path));
    echo brief((new HttpClient($server, $address))->get($path, ['Accept' => 'text/event-stream']));
    echo brief(post($server, $address, $path, 'x'));
}
--EXPECT--
RtComm\Server::handle(): Argument #8 ($transports) must hold only RtComm\Transport::WebSocket: the clients of this component are WebSockets
RtComm\Server::handle(): Argument #8 ($transports) must hold only RtComm\Transport::WebSocket: the clients of this component are WebSockets
RtComm\Server::handle(): Argument #8 ($transports) must hold only RtComm\Transport::WebSocket: the clients of this component are WebSockets
welcome
426 this is a WebSocket: ask for an upgrade
426 this is a WebSocket: ask for an upgrade
405 that method is not allowed here
welcome
426 this is a WebSocket: ask for an upgrade
426 this is a WebSocket: ask for an upgrade
405 that method is not allowed here
