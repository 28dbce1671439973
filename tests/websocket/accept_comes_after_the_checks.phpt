--TEST--
Handshakes that are malformed or of a wrong origin never reach accept
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn() => null, accept: function () {
    echo "accept\n";
});
$address = serve($server);
foreach ([['Origin' => 'http://evil'], ['Sec-WebSocket-Version' => '7'], ['Sec-WebSocket-Key' => 'x']] as $headers) {
    echo status((new WebSocketClient($server, $address, '/', $headers))->response), "\n";
}
--EXPECT--
HTTP/1.1 403 Forbidden
HTTP/1.1 426 Upgrade Required
HTTP/1.1 400 Bad Request
