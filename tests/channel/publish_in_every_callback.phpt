--TEST--
Callbacks may publish
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$channel = $server->channel('c');
$server->handle('/', open: function ($conn) use ($channel) {
    $channel->publish("open $conn->id");
    $conn->subscribe('c');
}, message: function ($conn, $data) use ($channel) {
    $channel->publish($data);
    throw new Exception('x');
}, error: function ($conn) use ($channel) {
    $channel->publish('error');
}, close: function ($conn) use ($channel) {
    $channel->publish("close $conn->id");
});
$server->http('/publish', fn() => strrchr($channel->publish('http'), ':'));
$address = serve($server);
$ann = new WebSocketClient($server, $address);
$bob = new WebSocketClient($server, $address);
$bob->send('hello')->sendClose()->all();
(new HttpClient($server, $address))->get('/publish');
$server->loop->addTimer(0.001, fn() => $channel->publish('timer'));
for ($i = 0; $i < 6; $i++) {
    echo $ann->text(), "\n";
}
--EXPECT--
open 2
hello
error
close 2
http
timer
