--TEST--
transports lists Transport cases that there are
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
foreach ([['websocket'], [RtComm\Overflow::Close], [1]] as $transports) {
    try {
        $server->handle('/', open: fn() => null, transports: $transports);
        echo "no error\n";
    } catch (TypeError $error) {
        echo $error->getMessage(), "\n";
    }
}
$server->handle('/', open: fn() => null, transports: [RtComm\Transport::WebSocket]);
echo status((new WebSocketClient($server, serve($server)))->response . "\r\n"), "\n";
--EXPECT--
RtComm\Server::handle(): Argument #8 ($transports) must be a list of RtComm\Transport cases
RtComm\Server::handle(): Argument #8 ($transports) must be a list of RtComm\Transport cases
RtComm\Server::handle(): Argument #8 ($transports) must be a list of RtComm\Transport cases
HTTP/1.1 101 Switching Protocols
