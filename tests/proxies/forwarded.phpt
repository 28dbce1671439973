--TEST--
With forwardedHeader 'Forwarded' proxies say who the client is as RFC 7239 has it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$behind = new Behind(['trustedProxies' => ['127.0.0.1', '10.0.0.0/8'], 'forwardedHeader' => 'Forwarded']);
$behind->table('Forwarded', [
    '',
    'for=192.0.2.1',
    'For="192.0.2.1:4711"',
    'for="[2001:db8::7]"',
    'for="[2001:db8::7]:4711";proto=https',
    'for=198.51.100.9, for=192.0.2.1',
    'for=192.0.2.1, for=10.1.2.3;by=10.1.2.4',
    'for="192.0.2.1:_http", for="10.1.2.3:_x"',
    'host="a,b";for=192.0.2.1',
    'for=10.9.9.9, for=10.1.2.3',
    'for=unknown',
    'for=192.0.2.1, for=_hidden, for=10.1.2.3',
    'proto=https',
    'for=192.0.2.1, proto=https, for=10.1.2.3',
    'for=192.0.2.1, for=nonsense, for=10.1.2.3',
    'for="192.0.2.1',
    'for="evil, for=192.0.2.1',
    'a=", for="[2001:db8::7]"',
    'for=[2001:db8::7]',
    'for=2001:db8::7',
    'for=192.0.2.1:4711',
    'for=192.0.2.1;for=192.0.2.2',
    'for=192.0.2.1; proto=https',
    '192.0.2.1',
]);
echo $behind->who("Forwarded: for=192.0.2.9\r\nForwarded: for=192.0.2.1\r\nforwarded: for=10.1.2.4\r\n"), "\n";
--EXPECT--
                                                   127.0.0.1 port its own
for=192.0.2.1                                      192.0.2.1 port 0
For="192.0.2.1:4711"                               192.0.2.1 port 4711
for="[2001:db8::7]"                                2001:db8::7 port 0
for="[2001:db8::7]:4711";proto=https               2001:db8::7 port 4711
for=198.51.100.9, for=192.0.2.1                    192.0.2.1 port 0
for=192.0.2.1, for=10.1.2.3;by=10.1.2.4            192.0.2.1 port 0
for="192.0.2.1:_http", for="10.1.2.3:_x"           192.0.2.1 port 0
host="a,b";for=192.0.2.1                           192.0.2.1 port 0
for=10.9.9.9, for=10.1.2.3                         10.9.9.9 port 0
for=unknown                                        127.0.0.1 port its own
for=192.0.2.1, for=_hidden, for=10.1.2.3           10.1.2.3 port 0
proto=https                                        127.0.0.1 port its own
for=192.0.2.1, proto=https, for=10.1.2.3           10.1.2.3 port 0
for=192.0.2.1, for=nonsense, for=10.1.2.3          10.1.2.3 port 0
for="192.0.2.1                                     127.0.0.1 port its own
for="evil, for=192.0.2.1                           192.0.2.1 port 0
a=", for="[2001:db8::7]"                           2001:db8::7 port 0
for=[2001:db8::7]                                  127.0.0.1 port its own
for=2001:db8::7                                    127.0.0.1 port its own
for=192.0.2.1:4711                                 127.0.0.1 port its own
for=192.0.2.1;for=192.0.2.2                        127.0.0.1 port its own
for=192.0.2.1; proto=https                         127.0.0.1 port its own
192.0.2.1                                          127.0.0.1 port its own
192.0.2.1 port 0
