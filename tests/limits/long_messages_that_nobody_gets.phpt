--TEST--
Long messages that are refused, or come when nobody waits for them, leave no memory behind
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['messageRate' => ['rate' => 0.01, 'burst' => 1]]);
$server->handle('/', message: fn($conn, $data) => print strlen($data) . "\n");
$server->feed('/feed/{channel}');
$server->handle('/closes', message: function ($conn, $data) {
    echo strlen($data), "\n";
    $conn->close(4000);
}, options: ['messageRate' => 0]);
$address = serve($server);

function show_end(string $what, string $path, string $bytes): void
{
    global $server, $address;
    echo "$what\n";
    $before = 0;
    for ($i = 0; $i < 40; $i++) {
        ob_start();
        $client = new WebSocketClient($server, $address, $path);
        $client->write($bytes);
        echo $client->text(), "\n";
        $client->sendClose();
        $client->close();
        unset($client);
        until($server, fn() => $server->stats()['connections'] === 0);
        $i > 0 ? ob_end_clean() : ob_end_flush();
        gc_collect_cycles();
        /* The first one may warm something up. */
        $before = $i === 0 ? memory_get_usage() : $before;
    }
    echo memory_get_usage() - $before < 500000 ? '' : "memory was left behind\n";
}

$long = WebSocketClient::frame(0x81, str_repeat('a', 30000));
show_end('text that is not UTF-8', '/', WebSocketClient::frame(0x81, str_repeat('a', 29999) . "\xff"));
show_end('too many', '/', $long . $long . $long);
show_end('to who reads only', '/feed/c', $long);
show_end('after the end', '/closes', $long . $long);
?>
--EXPECT--
text that is not UTF-8
(close 1007 text is not UTF-8)
too many
30000
(close 1008 too many messages)
to who reads only
(close 1008 this feed is read-only)
after the end
30000
(close 4000)
