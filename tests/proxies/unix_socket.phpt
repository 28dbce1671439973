--TEST--
A proxy on a unix socket is trusted as "unix"
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$path = 'unix:' . sys_get_temp_dir() . '/rtcomm-' . getmypid() . '.sock';
$behind = new Behind(['trustedProxies' => ['unix']], $path);
echo $behind->who("X-Forwarded-For: 192.0.2.1\r\n"), "\n";
echo $behind->who(''), "\n";
echo body($behind->connect()->get('/uri', ['X-Forwarded-Proto' => 'https'])), "\n";
$behind->address = $behind->server->listen('127.0.0.1:0');
echo $behind->who("X-Forwarded-For: 192.0.2.1\r\n"), "\n";
unset($behind);
gc_collect_cycles();
$behind = new Behind(['trustedProxies' => ['127.0.0.1']], $path);
echo $behind->who("X-Forwarded-For: 192.0.2.1\r\n"), "\n";
unset($behind);
gc_collect_cycles();
$behind = new Behind(['trustedProxies' => ['unix'], 'proxyProtocol' => true], $path);
echo $behind->who('', $behind->connect("PROXY TCP6 2001:db8::1 ::1 443 80\r\n")), "\n";
/* A client of a unix socket of the proxy's is one, and trusted as well. */
echo $behind->who('', $behind->connect(v2(0x21, 0x31, str_repeat("\0", 216)))), "\n";
echo $behind->who("X-Forwarded-For: 192.0.2.1\r\n", $behind->connect(v2(0x21, 0x31, str_repeat("\0", 216)))), "\n";
--EXPECT--
192.0.2.1 port 0
 port 0
https://test/uri
127.0.0.1 port its own
 port 0
2001:db8::1 port 443
 port 0
192.0.2.1 port 0
