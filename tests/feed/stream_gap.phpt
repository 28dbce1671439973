--TEST--
A stream tells a gap before anything else: lost history, another epoch, an id that was never given
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->channels('h', history: 2);
$server->feed('/feed/{channel}');
$address = serve($server);
$h = $server->channel('h');
$n = $server->channel('n');
for ($i = 1; $i <= 5; $i++) {
    $h->publish("m$i");
    $n->publish("m$i");
}
$epochs = [epoch($h), epoch($n)];
foreach (["h e1:2", "h e1:3", "h other:4", "h e1:6", "n e2:4", "n e2:5", "n other:0"] as $case) {
    [$channel, $cursor] = explode(' ', $case);
    $cursor = str_replace(['e1', 'e2'], $epochs, $cursor);
    $client = new StreamClient($server, $address, "/feed/$channel", ['Last-Event-ID' => $cursor]);
    settle($server);
    $client->pump();
    echo plain("-- $case\n" . body($client->received), ...$epochs);
    $client->close();
}
--EXPECT--
-- h e1:2
retry: N
id: e1:2

id: e1:3
event: gap
data: {"cursor":"e1:3"}

id: e1:4
data: m4

id: e1:5
data: m5

-- h e1:3
retry: N
id: e1:3

id: e1:4
data: m4

id: e1:5
data: m5

-- h other:4
retry: N
id: other:4

id: e1:3
event: gap
data: {"cursor":"e1:3"}

id: e1:4
data: m4

id: e1:5
data: m5

-- h e1:6
retry: N
id: e1:6

id: e1:3
event: gap
data: {"cursor":"e1:3"}

id: e1:4
data: m4

id: e1:5
data: m5

-- n e2:4
retry: N
id: e2:4

id: e2:5
event: gap
data: {"cursor":"e2:5"}

-- n e2:5
retry: N
id: e2:5

-- n other:0
retry: N
id: other:0

id: e2:5
event: gap
data: {"cursor":"e2:5"}

