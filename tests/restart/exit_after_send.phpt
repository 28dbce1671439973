--TEST--
What was sent just before the script ends reaches its reader, on each transport
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

foreach (RtComm\Transport::cases() as $transport) {
    $server = new RtComm\Server();
    $server->handle('/', open: function ($conn) use (&$sender) { $sender = $conn; });
    $peer = Peer::of($transport, $server, serve($server));
    if ($peer->client instanceof PollClient) {
        $peer->client->ask();
    }
    settle($server);
    $sender->send('last words');
    $sender->send(str_repeat('x', 10000));
    $received = $peer->client;
    unset($server, $sender, $peer->server);
    $received->server = null;
    $text = $received->all();
    echo $transport->name, ': ', strstr($text, 'last words') ? 'last words' : 'nothing', strstr($text, str_repeat('x', 10000)) ? ', all of them' : '', "\n";
}
--EXPECT--
WebSocket: last words, all of them
EventStream: last words, all of them
LongPoll: last words, all of them
