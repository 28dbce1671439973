--TEST--
The collector does not make what nobody has looked at
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
if (getenv('USE_ZEND_ALLOC') === '0') {
    die('skip memory is not counted without the allocator of PHP');
}
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn() => null);
$address = serve($server);
for ($i = 0; $i < 100; $i++) {
    $clients[] = new WebSocketClient($server, $address, '/', ['X-Padding' => str_repeat('x', 1000)]);
}
gc_collect_cycles();
$connections = $server->connections();
$before = memory_get_usage();
gc_collect_cycles();
var_dump(memory_get_usage() - $before < 1000);
foreach ($connections as $conn) {
    $conn->request->getHeaders();
    $conn->request->path;
    $conn->remoteAddress;
}
var_dump(memory_get_usage() - $before > 10000);
--EXPECT--
bool(true)
bool(true)
