--TEST--
Without onLog() warnings and errors go to stderr, and nothing else does
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    $server = new RtComm\Server(null, ["maxConnections" => 2]);
    $server->http("/bad", fn() => throw new LogicException("no"));
    $address = serve($server);
    $client = new HttpClient($server, $address);
    $client->get("/bad");
    $client->get("/nowhere");
    $other = new HttpClient($server, $address);
    settle($server);
');
echo $child->end(), "\n";
foreach (explode("\n", trim($child->errors)) as $line) {
    echo strstr($line, ' in ', true) ?: $line, "\n";
}
--EXPECT--
exit 0
rtcomm: error: An HTTP handler threw LogicException: no
rtcomm: warning: maxConnections reached: 2; new clients wait
