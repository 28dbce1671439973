--TEST--
An unknown option: ValueError names it and those that there are
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

foreach ([['maxConnection' => 1], ['maxheadersize' => 1], [1 => 1], ['' => 1], ["backlog\0" => 1]] as $options) {
    try {
        new RtComm\Server(null, $options);
        echo "no error\n";
    } catch (ValueError $error) {
        echo addcslashes(strtok($error->getMessage(), ';'), "\0"), "\n";
    }
}
echo strtok(''), "\n";
--EXPECT--
RtComm\Server::__construct(): Argument #2 ($options) must not contain the unknown option "maxConnection"
RtComm\Server::__construct(): Argument #2 ($options) must not contain the unknown option "maxheadersize"
RtComm\Server::__construct(): Argument #2 ($options) must not contain the unknown option "(a number)"
RtComm\Server::__construct(): Argument #2 ($options) must not contain the unknown option ""
RtComm\Server::__construct(): Argument #2 ($options) must not contain the unknown option "backlog"
 allowed are maxConnections, maxConnectionsPerIp, connectRate, maxHeaderSize, maxBodySize, handshakeTimeout, closeTimeout, backlog, reusePort, busyPoll, trustedProxies, forwardedHeader, proxyProtocol, handover, maxFrameSize, maxMessageSize, sendBufferLimit, overflow, messageRate, byteRate, heartbeat, pongTimeout, sessionLinger, origins, subprotocols, deflate
