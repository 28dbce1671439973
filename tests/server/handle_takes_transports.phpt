--TEST--
handle() takes Transport cases by reference and more than once, and says what it wants instead of others
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

use RtComm\Transport;

$server = new RtComm\Server();
$transport = Transport::LongPoll;
$server->handle('/', open: fn() => null, transports: [&$transport, Transport::LongPoll, 'key' => $transport]);
foreach ([[null], [Transport::LongPoll, 'event-stream'], [[Transport::LongPoll]], [new stdClass()]] as $transports) {
    try {
        $server->handle('/other', open: fn() => null, transports: $transports);
        echo "no error\n";
    } catch (TypeError $error) {
        echo $error->getMessage(), "\n";
    }
}
$address = serve($server);
echo status((new HttpClient($server, $address))->get('/')), "\n";
echo status((new WebSocketClient($server, $address))->response), "\n";
--EXPECT--
RtComm\Server::handle(): Argument #8 ($transports) must be a list of RtComm\Transport cases
RtComm\Server::handle(): Argument #8 ($transports) must be a list of RtComm\Transport cases
RtComm\Server::handle(): Argument #8 ($transports) must be a list of RtComm\Transport cases
RtComm\Server::handle(): Argument #8 ($transports) must be a list of RtComm\Transport cases
HTTP/1.1 200 OK
HTTP/1.1 406 Not Acceptable
