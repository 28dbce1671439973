--TEST--
The server's last reference is dropped in a callback of a session: its clients are cut off, and nothing else happens
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

$loop = RtComm\Loop::get();
foreach (['StreamClient', 'PollClient'] as $class) {
    foreach (['open', 'message', 'close', 'error', 'accept'] as $where) {
        foreach ([false, true] as $throws) {
            $drop = function () use ($throws) {
                $GLOBALS['server'] = null;
                echo 'dropped ';
                $throws && throw new LogicException('thrown');
            };
            $callbacks = [
                'open' => fn() => null,
                'message' => fn($conn, $data) => $where === 'close' ? $conn->close() : throw new DomainException('not this one'),
                'error' => fn() => null,
                'close' => fn() => null,
                $where => $drop,
            ];
            $server = new RtComm\Server();
            $server->onLog(fn() => null);
            $server->handle('/', ...$callbacks);
            $address = serve($server);
            $bystander = new Client($server, $address);
            echo "$class, $where", $throws ? ' and throws' : '', ': ';
            if ($where === 'open' || $where === 'accept') {
                $client = new Client($server, $address);
                $client->write("GET / HTTP/1.1\r\nHost: test\r\n" . ($class === 'StreamClient' ? "Accept: text/event-stream\r\n" : '') . "\r\n");
            } else {
                $client = new $class($server, $address);
                $class === 'StreamClient' ? $client->text() : $client->ask();
                settle($server);
                $post = new Client($server, $address);
                $post->write("POST /?session=$client->token HTTP/1.1\r\nHost: test\r\nContent-Length: 1\r\n\r\nx");
                $post->server = null;
            }
            $client->server = $bystander->server = null;
            try {
                $loop->run();
                echo 'over';
            } catch (LogicException $error) {
                echo $error->getMessage();
            }
            foreach (['client' => $client, 'bystander' => $bystander] as $name => $end) {
                for ($until = microtime(true) + 5; !$end->ended && microtime(true) < $until;) {
                    $end->pump();
                }
                echo $end->ended ? '' : " the $name is still there";
            }
            echo "\n";
        }
    }
}
--EXPECT--
StreamClient, open: dropped over
StreamClient, open and throws: dropped over
StreamClient, message: dropped over
StreamClient, message and throws: dropped over
StreamClient, close: dropped over
StreamClient, close and throws: dropped over
StreamClient, error: dropped over
StreamClient, error and throws: dropped thrown
StreamClient, accept: dropped over
StreamClient, accept and throws: dropped over
PollClient, open: dropped over
PollClient, open and throws: dropped over
PollClient, message: dropped over
PollClient, message and throws: dropped over
PollClient, close: dropped over
PollClient, close and throws: dropped over
PollClient, error: dropped over
PollClient, error and throws: dropped thrown
PollClient, accept: dropped over
PollClient, accept and throws: dropped over
