--TEST--
Of the subprotocols that both speak, the one that the client prefers is selected
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('the answer agrees on more');
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['subprotocols' => ['v1', 'v2']]);
$server->handle('/', open: fn($conn) => $conn->send(var_export($conn->subprotocol, true)));
$address = serve($server);
foreach (['v2, v1', 'v3, v1', 'v3', null, "v3\r\nSec-WebSocket-Protocol: v2", 'V1'] as $offer) {
    $client = new WebSocketClient($server, $address, '/', ['Sec-WebSocket-Protocol' => $offer]);
    $field = strstr($client->response, 'Sec-WebSocket-Protocol: ');
    echo $field === false ? '(none)' : $field, ' ', $client->text(), "\n";
}
--EXPECT--
Sec-WebSocket-Protocol: v2 'v2'
Sec-WebSocket-Protocol: v1 'v1'
(none) NULL
(none) NULL
Sec-WebSocket-Protocol: v2 'v2'
(none) NULL
