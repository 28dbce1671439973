--TEST--
What a timer throws loses nothing that clients had sent
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: fn($conn, $data) => $conn->send($data));
$address = serve($server);
$client = new WebSocketClient($server, $address);
$timer = $server->loop->addPeriodicTimer(0.001, fn() => throw new LogicException('tick'));
$thrown = 0;
$received = [];
for ($i = 0; $i < 5; $i++) {
    fwrite($client->stream, WebSocketClient::frame(0x81, "$i"));
}
while (count($received) < 5 || $thrown < 20) {
    try {
        count($received) < 5 ? $received[] = $client->text() : $server->tick(0.01);
    } catch (LogicException) {
        $thrown++;
    }
}
echo implode(' ', $received), "\n";
--EXPECT--
0 1 2 3 4
