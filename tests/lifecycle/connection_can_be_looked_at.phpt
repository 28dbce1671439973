--TEST--
foreach, casts, json_encode() and var_dump() show the properties, made or not
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    $conn->mine = 1;
    echo implode(' ', array_keys(get_object_vars($conn))), "\n";
    foreach ($conn as $name => $value) {
        echo "$name ", get_debug_type($value), "\n";
    }
    echo count((array) $conn), "\n";
    ob_start();
    var_dump($conn);
    print_r($conn);
    var_export($conn);
    echo json_encode($conn);
    echo strlen(ob_get_clean()) > 500 ? "shown\n" : "not shown\n";
});
new WebSocketClient($server, serve($server));
--EXPECT--
id transport remoteAddress remotePort request subprotocol data mine
id int
transport RtComm\Transport
remoteAddress string
remotePort int
request RtComm\Request
subprotocol null
data null
mine int
8
shown
