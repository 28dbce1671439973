--TEST--
handle() takes only the options that a route may have
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
foreach (['maxBodySize' => 1, 'backlog' => 1, 'nonsense' => 1, 'heartbeat' => 'x'] as $name => $value) {
    try {
        $server->handle('/', open: fn() => null, options: [$name => $value]);
        echo "no error\n";
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
$server->handle('/', open: fn() => null, options: ['heartbeat' => 1]);
--EXPECT--
RtComm\Server::handle(): Argument #9 ($options) must not contain the unknown option "maxBodySize"; allowed are maxFrameSize, maxMessageSize, sendBufferLimit, overflow, messageRate, byteRate, heartbeat, pongTimeout, sessionLinger, origins, subprotocols, deflate
RtComm\Server::handle(): Argument #9 ($options) must not contain the unknown option "backlog"; allowed are maxFrameSize, maxMessageSize, sendBufferLimit, overflow, messageRate, byteRate, heartbeat, pongTimeout, sessionLinger, origins, subprotocols, deflate
RtComm\Server::handle(): Argument #9 ($options) must not contain the unknown option "nonsense"; allowed are maxFrameSize, maxMessageSize, sendBufferLimit, overflow, messageRate, byteRate, heartbeat, pongTimeout, sessionLinger, origins, subprotocols, deflate
RtComm\Server::handle(): Argument #9 ($options) option "heartbeat" must be seconds between 0 and 86400
