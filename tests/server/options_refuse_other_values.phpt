--TEST--
A wrong value: ValueError names the option and what is allowed
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$cases = [
    'maxConnections' => [0, -1, '10', 1.5, null],
    'maxConnectionsPerIp' => [-1],
    'connectRate' => [-1, 1e10, NAN, INF, '10', null, true],
    'messageRate' => [[], ['burst' => 5], ['rate' => -1], ['rate' => '1'], ['rate' => [1]]],
    'byteRate' => [['rate' => 5, 'burst' => 0.5], ['rate' => 5, 'burst' => '5'], ['rate' => 5, 'bursts' => 5], [5, 10]],
    'maxHeaderSize' => [255, 65536],
    'maxBodySize' => [-1, 1e6],
    'handshakeTimeout' => [0, -1, '1', 86401, NAN, INF],
    'closeTimeout' => [0, 86400.1],
    'backlog' => [0, 65536],
    'reusePort' => [1, null],
    'busyPoll' => [-1, 1000001, 50.0, '50', true],
    'trustedProxies' => [true, '127.0.0.1', [1], ['localhost'], ['127.0.0.1:80'], ['10.0.0.1/8'], ['10.0.0.0/33'], ['']],
    'forwardedHeader' => [null, true, '', 'X-Real-IP', ['Forwarded']],
    'proxyProtocol' => [1, true],
    'handover' => ['', null, "a\0b", str_repeat('x', 97)],
    'maxFrameSize' => [0],
    'maxMessageSize' => [0],
    'sendBufferLimit' => [0, true],
    'overflow' => ['close', RtComm\SendStatus::Sent, new stdClass()],
    'heartbeat' => [-1, false],
    'pongTimeout' => [0],
    'origins' => ['*', [''], [1], [['*']]],
    'subprotocols' => ['a', [null], ['a b']],
];
foreach ($cases as $name => $values) {
    foreach ($values as $value) {
        try {
            new RtComm\Server(null, [$name => $value]);
            echo "no error for $name\n";
        } catch (ValueError $error) {
            echo substr(strstr($error->getMessage(), ') '), 2), "\n";
        }
    }
}
--EXPECT--
option "maxConnections" must be an int between 1 and 2147483647
option "maxConnections" must be an int between 1 and 2147483647
option "maxConnections" must be an int between 1 and 2147483647
option "maxConnections" must be an int between 1 and 2147483647
option "maxConnections" must be an int between 1 and 2147483647
option "maxConnectionsPerIp" must be an int between 0 and 2147483647
option "connectRate" must be a number between 0 and 1000000000 per second, or an array of "rate" and "burst"
option "connectRate" must be a number between 0 and 1000000000 per second, or an array of "rate" and "burst"
option "connectRate" must be a number between 0 and 1000000000 per second, or an array of "rate" and "burst"
option "connectRate" must be a number between 0 and 1000000000 per second, or an array of "rate" and "burst"
option "connectRate" must be a number between 0 and 1000000000 per second, or an array of "rate" and "burst"
option "connectRate" must be a number between 0 and 1000000000 per second, or an array of "rate" and "burst"
option "connectRate" must be a number between 0 and 1000000000 per second, or an array of "rate" and "burst"
option "messageRate" must have a "rate" between 0 and 1000000000 per second
option "messageRate" must have a "rate" between 0 and 1000000000 per second
option "messageRate" must have a "rate" between 0 and 1000000000 per second
option "messageRate" must have a "rate" between 0 and 1000000000 per second
option "messageRate" must have a "rate" between 0 and 1000000000 per second
option "byteRate" must have a "burst" between 1 and 1000000000
option "byteRate" must have a "burst" between 1 and 1000000000
option "byteRate" may have "rate" and "burst" only
option "byteRate" may have "rate" and "burst" only
option "maxHeaderSize" must be an int between 256 and 65535
option "maxHeaderSize" must be an int between 256 and 65535
option "maxBodySize" must be an int of at least 0
option "maxBodySize" must be an int of at least 0
option "handshakeTimeout" must be seconds between 0.001 and 86400
option "handshakeTimeout" must be seconds between 0.001 and 86400
option "handshakeTimeout" must be seconds between 0.001 and 86400
option "handshakeTimeout" must be seconds between 0.001 and 86400
option "handshakeTimeout" must be seconds between 0.001 and 86400
option "handshakeTimeout" must be seconds between 0.001 and 86400
option "closeTimeout" must be seconds between 0.001 and 86400
option "closeTimeout" must be seconds between 0.001 and 86400
option "backlog" must be an int between 1 and 65535
option "backlog" must be an int between 1 and 65535
option "reusePort" must be a bool
option "reusePort" must be a bool
option "busyPoll" must be an int between 0 and 1000000
option "busyPoll" must be an int between 0 and 1000000
option "busyPoll" must be an int between 0 and 1000000
option "busyPoll" must be an int between 0 and 1000000
option "busyPoll" must be an int between 0 and 1000000
option "trustedProxies" must be a list of strings
option "trustedProxies" must be a list of strings
option "trustedProxies" must be a list of strings
option "trustedProxies" must be a list of IP addresses, networks ("10.0.0.0/8", with no bits set behind the prefix) and "unix"; "localhost" is none
option "trustedProxies" must be a list of IP addresses, networks ("10.0.0.0/8", with no bits set behind the prefix) and "unix"; "127.0.0.1:80" is none
option "trustedProxies" must be a list of IP addresses, networks ("10.0.0.0/8", with no bits set behind the prefix) and "unix"; "10.0.0.1/8" is none
option "trustedProxies" must be a list of IP addresses, networks ("10.0.0.0/8", with no bits set behind the prefix) and "unix"; "10.0.0.0/33" is none
option "trustedProxies" must be a list of IP addresses, networks ("10.0.0.0/8", with no bits set behind the prefix) and "unix"; "" is none
option "forwardedHeader" must be "X-Forwarded-For" or "Forwarded"
option "forwardedHeader" must be "X-Forwarded-For" or "Forwarded"
option "forwardedHeader" must be "X-Forwarded-For" or "Forwarded"
option "forwardedHeader" must be "X-Forwarded-For" or "Forwarded"
option "forwardedHeader" must be "X-Forwarded-For" or "Forwarded"
option "proxyProtocol" must be a bool
option "proxyProtocol" needs "trustedProxies": nobody else is believed
option "handover" must be a path of 1 to 96 bytes without NUL
option "handover" must be a path of 1 to 96 bytes without NUL
option "handover" must be a path of 1 to 96 bytes without NUL
option "handover" must be a path of 1 to 96 bytes without NUL
option "maxFrameSize" must be an int of at least 1
option "maxMessageSize" must be an int of at least 1
option "sendBufferLimit" must be an int of at least 1
option "sendBufferLimit" must be an int of at least 1
option "overflow" must be a case of RtComm\Overflow
option "overflow" must be a case of RtComm\Overflow
option "overflow" must be a case of RtComm\Overflow
option "heartbeat" must be seconds between 0 and 86400
option "heartbeat" must be seconds between 0 and 86400
option "pongTimeout" must be seconds between 0.001 and 86400
option "origins" must be a list of strings
option "origins" must be a list of origins: "https://example.com", "example.com" or "*"
option "origins" must be a list of strings
option "origins" must be a list of strings
option "subprotocols" must be a list of strings
option "subprotocols" must be a list of strings
option "subprotocols" must be a list of tokens (RFC 9110 5.6.2)
