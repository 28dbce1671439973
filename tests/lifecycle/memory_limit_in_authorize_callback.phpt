--TEST--
Running out of memory in a feed's authorize callback ends the script as it does anywhere
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
$server->feed('/', authorize: function () {
    echo "callback\n";
    str_repeat('x', 1 << 30);
});
$client = new Client($server, serve($server));
$client->write("GET /?channel=c HTTP/1.1\r\nHost: test\r\n\r\n");
settle($server, 200);
echo "never\n";
--EXPECTF--
callback

Fatal error: Allowed memory size of %d bytes exhausted%s
shutdown
