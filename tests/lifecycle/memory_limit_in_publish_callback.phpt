--TEST--
Running out of memory in a feed's publish callback ends the script as it does anywhere
--EXTENSIONS--
rtcomm
--INI--
memory_limit=64M
--SKIPIF--
<?php
if (getenv('USE_ZEND_ALLOC') === '0') {
    die('skip there is no memory limit without the allocator of PHP');
}
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

register_shutdown_function(fn() => print "shutdown\n");
$server = new RtComm\Server();
$server->feed('/{channel}', publish: function () {
    echo "callback\n";
    str_repeat('x', 1 << 30);
});
$client = new Client($server, serve($server));
$client->write("POST /c HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nhello");
settle($server, 200);
echo "never\n";
--EXPECTF--
callback

Fatal error: Allowed memory size of %d bytes exhausted%s
shutdown
