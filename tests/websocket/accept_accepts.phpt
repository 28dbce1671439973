--TEST--
accept that returns anything else accepts
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$answers = [true, null, 0, '', [], 'no', new stdClass()];
$server = new RtComm\Server();
$server->handle('/', open: fn() => null, accept: function () use (&$answers) {
    return array_shift($answers);
});
$address = serve($server);
while ($answers) {
    echo substr((new WebSocketClient($server, $address))->response, 9, 3), "\n";
}
--EXPECT--
101
101
101
101
101
101
101
