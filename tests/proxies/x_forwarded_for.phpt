--TEST--
Behind a trusted proxy the client is the last address of X-Forwarded-For that is not trusted
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$behind = new Behind(['trustedProxies' => ['127.0.0.1', '10.0.0.0/8', '2001:db8:1::/48']]);
$behind->table('X-Forwarded-For', [
    '',
    '192.0.2.1',
    '192.0.2.1:4711',
    '2001:db8::7',
    '[2001:db8::7]',
    '[2001:db8::7]:4711',
    '::ffff:192.0.2.1',
    '198.51.100.9, 192.0.2.1',
    '192.0.2.1, 10.1.2.3',
    '198.51.100.9, 192.0.2.1, 10.1.2.3, 2001:db8:1::1',
    '192.0.2.1,10.1.2.3 , ::ffff:10.1.1.1,',
    '10.9.9.9, 10.1.2.3',
    '127.0.0.1',
    'unknown',
    '192.0.2.1, unknown',
    '192.0.2.1, unknown, 10.1.2.3',
    '_hidden, 10.1.2.3:5',
    'localhost',
    '192.0.2.1, nonsense, 10.1.2.3',
    '192.0.2.1, 10.1.2.3:99999',
    '192.0.2.01',
    '"192.0.2.1"',
    'for=192.0.2.1',
    '192.0.2.1 10.1.2.3',
    '", 192.0.2.1',
]);
echo $behind->who("X-Forwarded-For: 192.0.2.9\r\nX-Forwarded-For: 192.0.2.1, 10.1.2.3\r\nx-forwarded-for: 10.1.2.4\r\n"), "\n";
echo $behind->who("X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-For:\r\n"), "\n";
echo $behind->who("X-Forwarded-For: nonsense\r\nX-Forwarded-For: 192.0.2.1\r\n"), "\n";
echo $behind->who('X-Forwarded-For: ' . str_repeat('10.1.1.1,', 1000) . "\r\n"), "\n";
echo $behind->who("X-Forwarded-For: 192.0.2.1\r\n" . str_repeat("X-Forwarded-For: 10.1.1.1\r\n", 90)), "\n";
--EXPECT--
                                                   127.0.0.1 port its own
192.0.2.1                                          192.0.2.1 port 0
192.0.2.1:4711                                     192.0.2.1 port 4711
2001:db8::7                                        2001:db8::7 port 0
[2001:db8::7]                                      2001:db8::7 port 0
[2001:db8::7]:4711                                 2001:db8::7 port 4711
::ffff:192.0.2.1                                   192.0.2.1 port 0
198.51.100.9, 192.0.2.1                            192.0.2.1 port 0
192.0.2.1, 10.1.2.3                                192.0.2.1 port 0
198.51.100.9, 192.0.2.1, 10.1.2.3, 2001:db8:1::1   192.0.2.1 port 0
192.0.2.1,10.1.2.3 , ::ffff:10.1.1.1,              192.0.2.1 port 0
10.9.9.9, 10.1.2.3                                 10.9.9.9 port 0
127.0.0.1                                          127.0.0.1 port 0
unknown                                            127.0.0.1 port its own
192.0.2.1, unknown                                 127.0.0.1 port its own
192.0.2.1, unknown, 10.1.2.3                       10.1.2.3 port 0
_hidden, 10.1.2.3:5                                10.1.2.3 port 5
localhost                                          127.0.0.1 port its own
192.0.2.1, nonsense, 10.1.2.3                      10.1.2.3 port 0
192.0.2.1, 10.1.2.3:99999                          127.0.0.1 port its own
192.0.2.01                                         127.0.0.1 port its own
"192.0.2.1"                                        127.0.0.1 port its own
for=192.0.2.1                                      127.0.0.1 port its own
192.0.2.1 10.1.2.3                                 127.0.0.1 port its own
", 192.0.2.1                                       192.0.2.1 port 0
192.0.2.1 port 0
192.0.2.1 port 0
192.0.2.1 port 0
10.1.1.1 port 0
192.0.2.1 port 0
