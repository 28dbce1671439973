--TEST--
onLog() receives level, message and context at the end of the turn
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
var_dump($server->onLog(function (...$arguments) {
    $arguments[2]['address'] = $arguments[2]['address'] === client_ip();
    echo json_encode($arguments), "\n";
}) === $server);
$client = new HttpClient($server, serve($server));
$client->write("x\r\n");
$client->all();
--EXPECT--
bool(true)
["info","not an HTTP request",{"event":"refused","connection":1,"address":true,"status":400,"reason":"bad_request"}]
