--TEST--
What is thrown where a server was dropped leaves run(), and reaches no other server on the loop
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$others = [];
$clients = [];
$add = function () use (&$others, &$clients) {
    $other = new RtComm\Server();
    $other->handle('/',
        message: function ($conn, $data) { echo "$data\n"; },
        error: function ($conn, $error) { echo 'reached: ', $error->getMessage(), "\n"; });
    $clients[] = new WebSocketClient($other, serve($other));
    $others[] = $other;
};
/* Whatever the order in which the loop calls them, one comes after the one that is dropped. */
$add();
$server = new RtComm\Server();
$server->handle('/', message: function () {
    $GLOBALS['server'] = null;
    throw new LogicException('nobody else is concerned');
});
$client = new WebSocketClient($server, serve($server));
$client->server = null;
$add();
fwrite($clients[0]->stream, WebSocketClient::frame(0x81, 'hello'));
fwrite($client->stream, WebSocketClient::frame(0x81, 'go'));
fwrite($clients[1]->stream, WebSocketClient::frame(0x81, 'hello'));
$thrown = 0;
for ($i = 0; $i < 10; $i++) {
    try {
        $others[0]->tick(0.01);
    } catch (LogicException $error) {
        $thrown++;
    }
}
echo "thrown: $thrown\n";
--EXPECT--
hello
hello
thrown: 1
