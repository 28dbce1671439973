--TEST--
CloseInfo is a readonly value, made by the server only
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', close: function ($conn, $info) {
    print_r($info);
    try {
        $info->code = 1;
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
    try {
        clone $info;
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
    try {
        serialize($info);
    } catch (Exception $error) {
        echo $error->getMessage(), "\n";
    }
});
$client = new WebSocketClient($server, serve($server));
$client->sendClose(1001, 'away')->all();
try {
    new RtComm\CloseInfo();
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
--EXPECT--
RtComm\CloseInfo Object
(
    [code] => 1001
    [reason] => away
    [clean] => 1
    [byPeer] => 1
)
Cannot modify readonly property RtComm\CloseInfo::$code
Trying to clone an uncloneable object of class RtComm\CloseInfo
Serialization of 'RtComm\CloseInfo' is not allowed
Call to private RtComm\CloseInfo::__construct() from global scope
