--TEST--
A history that does not fit in memory_limit is a fatal error; the channel goes on
--EXTENSIONS--
rtcomm
--INI--
memory_limit=32M
--SKIPIF--
<?php
if (getenv('USE_ZEND_ALLOC') === '0') {
    die('skip there is no memory limit without the allocator of PHP');
}
?>
--FILE--
<?php
$server = new RtComm\Server();
$server->channels('c', history: 100);
$channel = $server->channel('c');
foreach (range(1, 20) as $n) {
    $channel->publish(str_repeat('x', 1 << 20));
}
register_shutdown_function(function () use ($channel) {
    echo strstr($channel->publish('small'), ':'), "\n";
});
$channel->history();
--EXPECTF--
Fatal error: Allowed memory size of %d bytes exhausted%s
:21
