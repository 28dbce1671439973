--TEST--
Drop-oldest drops what a slow reader has not taken, and cuts no message
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = new RtComm\Server(null, ['sendBufferLimit' => 200000]);
$server->handle('/chat', open: function ($conn) use (&$reader) {
    $reader = $conn;
}, options: ['overflow' => RtComm\Overflow::DropOldest]);
$client = new WebSocketClient($server, serve_tls($server), '/chat');
until($server, fn() => $reader !== null);
for ($i = 1; $i <= 3000; $i++) {
    $reader->send(str_pad((string) $i, 6000 + $i % 7000, '.'));
    if ($i % 3 === 0) {
        $server->tick();
    }
}
$dropped = $server->stats()['dropped'];
var_dump($dropped > 0, $reader->bufferedBytes() <= 200000);
$count = 0;
$last = 0;
$rising = true;
while ($last !== 3000) {
    $text = $client->text();
    $rising = $rising && (int) $text > $last && strlen($text) === 6000 + (int) $text % 7000;
    $last = (int) $text;
    $count++;
}
var_dump($rising, $count === 3000 - $dropped);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
