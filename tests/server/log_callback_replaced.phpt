--TEST--
The log callback can be replaced, also by itself
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->onLog(function () use ($server) {
    echo "first\n";
    $server->onLog(function () {
        echo "second\n";
    });
});
$address = serve($server);
for ($i = 0; $i < 3; $i++) {
    (new HttpClient($server, $address))->get('/');
}
settle($server);
--EXPECT--
first
second
second
