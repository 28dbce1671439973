--TEST--
Running out of memory while a message is read ends the script as it does anywhere
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

register_shutdown_function(function () {
    global $kept;
    $kept = null;
    echo "shutdown\n";
});
$server = new RtComm\Server();
$server->handle('/', message: function ($conn, $data) use (&$kept) {
    $kept[] = $data;
});
$client = new WebSocketClient($server, serve($server));
$frame = WebSocketClient::frame(0x81, str_repeat('a', 30000));
ini_set('memory_limit', (string) (memory_get_usage(true) + (1 << 21)));
for ($i = 0; $i < 1000; $i++) {
    $client->write($frame);
    settle($server);
}
echo "never\n";
--EXPECTF--
Fatal error: Allowed memory size of %d bytes exhausted%s
shutdown
