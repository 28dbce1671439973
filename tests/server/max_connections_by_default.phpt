--TEST--
By default maxConnections is what the limit of descriptors leaves
--EXTENSIONS--
rtcomm
posix
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    posix_setrlimit(POSIX_RLIMIT_NOFILE, 128, 128);
    $server = new RtComm\Server();
    $server->onLog(function ($level, $message) {
        echo "$level: $message\n";
    });
    echo serve_plainly($server), "\n";
    until($server, fn() => $server->stats()["connections"] === 96);
    settle($server);
    echo $server->stats()["accepted"], "\n";
');
$address = $child->line();
for ($i = 0; $i < 100; $i++) {
    $clients[] = new HttpClient(null, $address);
}
echo $child->line(), "\n", $child->line(), "\n", $child->end(), "\n";
--EXPECT--
warning: maxConnections reached: 96; new clients wait
96
exit 0
