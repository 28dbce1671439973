--TEST--
A slow reader that loses messages by its overflow policy still understands the others
--EXTENSIONS--
rtcomm
zlib
--SKIPIF--
<?php
require __DIR__ . '/deflate.inc';
skip_without_deflate();
?>
--FILE--
<?php
require __DIR__ . '/deflate.inc';

use RtComm\Overflow;

foreach ([Overflow::DropOldest, Overflow::DropNewest] as $overflow) {
    $server = new RtComm\Server(
        null,
        ['deflate' => ['minSize' => 0], 'overflow' => $overflow, 'sendBufferLimit' => 20000, 'heartbeat' => 0],
        new RtComm\Loop(),
    );
    $conn = null;
    $server->handle('/', open: function ($it) use (&$conn) {
        $conn = $it;
    }, message: fn() => null);
    $client = new DeflateClient($server, serve($server));
    $sent = [];
    for ($i = 0; $server->stats()['dropped'] < 20; $i++) {
        $text = "$i:" . bin2hex(random_bytes(4000)) . text($i);
        $sent[$i] = $text;
        $conn->send($text);
        $server->tick();
    }
    $conn->send('last');
    for ($good = 0; ($text = $client->text()) !== 'last' && $text !== '(end)'; $good++) {
        $number = (int) $text;
        echo $sent[$number] === $text ? '' : "message $number is wrong\n";
        if ($overflow === Overflow::DropNewest && $good === 0 && $number !== 0) {
            echo "not from the start\n";
        }
        $client->pump();
        $server->tick();
        if ($overflow === Overflow::DropNewest && $good > $i - 22) {
            $conn->send('last');
        }
    }
    echo $overflow->name, ': ', $good > 2 ? 'understood' : "only $good", "\n";
}
?>
--EXPECT--
DropOldest: understood
DropNewest: understood
