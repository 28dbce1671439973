--TEST--
Without descriptors the server backs off instead of spinning, and goes on when there are some
--EXTENSIONS--
rtcomm
posix
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    $server = new RtComm\Server(null, ["maxConnections" => 1000]);
    $server->http("/", fn() => "x");
    $server->onLog(function ($level, $message) use (&$warned) {
        echo "$level: $message\n";
        $warned = true;
    });
    echo serve_plainly($server), "\n";
    posix_setrlimit(POSIX_RLIMIT_NOFILE, count(scandir("/proc/self/fd")) + 2, 1000);
    until($server, function () use ($server, &$warned) {
        return $warned && $server->stats()["requests"] > 0;
    });
    for ($start = microtime(true), $i = 0; $i < 20; $i++) {
        $server->tick(0.05);
    }
    echo microtime(true) - $start > 0.3 ? "waits" : "spins", "\n";
    until($server, fn() => $server->stats()["requests"] >= 10);
    echo "done\n";
');
$address = $child->line();
for ($i = 0; $i < 10; $i++) {
    $clients[$i] = new HttpClient(null, $address);
    $clients[$i]->write("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
}
echo $child->line(), "\n", $child->line(), "\n";
foreach ($clients as $client) {
    echo status($client->all()), "\n";
    $client->close();
}
echo $child->line(), "\n", $child->end(), "\n";
--EXPECT--
warning: cannot accept connections: Too many open files; trying again
waits
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
done
exit 0
