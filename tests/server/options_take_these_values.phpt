--TEST--
Every option of the table is taken at the ends of its range
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$cases = [
    'maxConnections' => [1, 2147483647],
    'maxConnectionsPerIp' => [0, 2147483647],
    'connectRate' => [0, 1, 0.5, 1e9, ['rate' => 10], ['rate' => 10.5, 'burst' => 1], ['burst' => 1e9, 'rate' => 0]],
    'messageRate' => [0, 100, ['rate' => 100, 'burst' => 500]],
    'byteRate' => [0, 65536, ['rate' => 65536, 'burst' => 1 << 20]],
    'maxHeaderSize' => [256, 65535],
    'maxBodySize' => [0, PHP_INT_MAX],
    'handshakeTimeout' => [0.001, 1, 86400],
    'closeTimeout' => [0.001, 86400.0],
    'backlog' => [1, 65535],
    'reusePort' => [true, false],
    'busyPoll' => [0, 50, 1000000],
    'trustedProxies' => [
        ['127.0.0.1', '10.0.0.0/8', '::1', '2001:db8::/32', 'unix'],
        ['0.0.0.0/0', '::/0'],
        ['::ffff:10.0.0.0/104'],
        [],
    ],
    'forwardedHeader' => ['X-Forwarded-For', 'Forwarded', 'x-forwarded-for'],
    'proxyProtocol' => [false],
    'handover' => ['x', str_repeat('x', 96)],
    'maxFrameSize' => [1, PHP_INT_MAX],
    'maxMessageSize' => [1, PHP_INT_MAX],
    'sendBufferLimit' => [1, PHP_INT_MAX],
    'overflow' => RtComm\Overflow::cases(),
    'heartbeat' => [0, 0.5, 86400],
    'pongTimeout' => [0.001, 86400],
    'origins' => [[], ['*'], ['https://a.example', 'b.example']],
    'subprotocols' => [[], ['a', 'b']],
];
foreach ($cases as $name => $values) {
    foreach ($values as $value) {
        new RtComm\Server(null, [$name => $value]);
    }
}
$server = new RtComm\Server(null, array_map(fn($values) => $values[0], $cases));
echo get_class($server), "\n";
--EXPECT--
RtComm\Server
