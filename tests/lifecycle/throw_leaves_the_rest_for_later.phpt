--TEST--
What was ready when a callback threw is handled by the next tick()
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: function ($conn, $data) {
    if ($data === 'throw') {
        throw new LogicException($data);
    }
    $conn->send("got $data");
});
$address = serve($server);
for ($i = 0; $i < 5; $i++) {
    $clients[] = new WebSocketClient($server, $address);
}
foreach ($clients as $i => $client) {
    fwrite($client->stream, WebSocketClient::frame(0x81, $i === 2 ? 'throw' : "$i"));
}
$thrown = 0;
for ($i = 0; $i < 20; $i++) {
    try {
        $server->tick(0.001);
    } catch (LogicException) {
        $thrown++;
    }
}
echo "$thrown thrown\n";
foreach ($clients as $client) {
    echo $client->text(), "\n";
}
--EXPECT--
1 thrown
got 0
got 1
(close 1011)
got 3
got 4
