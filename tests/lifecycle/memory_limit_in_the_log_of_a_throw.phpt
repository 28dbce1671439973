--TEST--
An exception whose message is too long for memory_limit ends the script as a fatal error does anywhere
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
if (getenv('USE_ZEND_ALLOC') === '0') die('skip there is no memory limit without the allocator of PHP');
?>
--INI--
memory_limit=48M
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => throw new Exception(str_repeat('x', 28 << 20)));
$client = new Client($server, serve($server));
register_shutdown_function(function () use ($server) {
    $server->tick();
    echo "the loop can be turned\n";
});
$client->write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
settle($server);
echo "not reached\n";
--EXPECTF--
%AFatal error: Allowed memory size of %d bytes exhausted%A
the loop can be turned
