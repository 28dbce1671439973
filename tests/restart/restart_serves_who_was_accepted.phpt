--TEST--
During a restart nobody who was accepted is refused: requests are answered, and conversations begin and are closed
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/restart.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->send($server->channel('x')->name), close: fn($conn, $info) => print describe($info) . "\n");
$server->http('/who', fn() => 'me');
$address = serve($server);
$fresh = new Client($server, $address);
$used = new HttpClient($server, $address);
$used->get('/who');
$upgrading = new Client($server, $address);
settle($server);
$server->stop(600.0, restart: true);
settle($server);
echo @stream_socket_client("tcp://$address", $code, $text) ? 'connected' : 'refused', "\n";
$fresh->write("GET /who HTTP/1.1\r\nHost: test\r\n\r\n");
echo show($fresh->all());
echo show($used->get('/who'));
$upgrading->write(WebSocketClient::handshake());
settle($server);
$server->stop(60.0);
$upgrading->wait(fn() => str_contains($upgrading->received, "\x88"));
echo status($upgrading->received), "\n", bin2hex(body($upgrading->received)), "\n";
$upgrading->write(RtComm\WebSocket\Frame::close(1012, '', mask: true));
$server->run();
--EXPECT--
refused
HTTP/1.1 200 OK
Content-Length: 2
Connection: close
Content-Type: text/plain; charset=utf-8

me
HTTP/1.1 200 OK
Content-Length: 2
Connection: close
Content-Type: text/plain; charset=utf-8

me
HTTP/1.1 101 Switching Protocols
810178881103f4736572766963652072657374617274
1012 service restart, clean
