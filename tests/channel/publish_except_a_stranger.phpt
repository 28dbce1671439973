--TEST--
`except` may be a connection that did not subscribe, or is closed
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/in', open: fn($conn) => $conn->subscribe('c'));
$server->handle('/out', open: function ($conn) use (&$stranger) {
    $stranger = $conn;
});
$address = serve($server);
$in = new WebSocketClient($server, $address, '/in');
$out = new WebSocketClient($server, $address, '/out');
$channel = $server->channel('c');
$channel->publish('one', except: $stranger);
$out->sendClose()->all();
$channel->publish('two', except: $stranger);
echo $in->text(), ' ', $in->text(), "\n";
--EXPECT--
one two
