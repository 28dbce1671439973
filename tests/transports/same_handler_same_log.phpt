--TEST--
One Handler serves every transport at once, and cannot tell them apart but by $conn->transport
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

use RtComm\{CloseInfo, Connection, Handler, Transport};

final class Chat implements Handler
{
    public SplObjectStorage $clients;
    public array $logs = [];

    public function __construct()
    {
        $this->clients = new SplObjectStorage();
    }

    private function log(Connection $conn, string $line): void
    {
        $this->logs[$conn->transport->value][] = $line;
    }

    public function onOpen(Connection $conn): void
    {
        $this->clients->attach($conn);
        $conn->data = 'mine';
        $this->log($conn, "open {$conn->request->path} {$conn->remoteAddress}");
        $conn->send('welcome');
    }

    public function onMessage(Connection $conn, string $data, bool $binary): void
    {
        $this->log($conn, ($binary ? 'binary ' : 'text ') . bin2hex($data) . " $conn->data " . json_encode($conn->isOpen()));
        if ($data === 'throw') {
            throw new DomainException('thrown');
        }
        foreach ($this->clients as $client) {
            if ($client !== $conn) {
                $binary ? $client->sendBinary($data) : $client->send($data);
            }
        }
    }

    public function onClose(Connection $conn, CloseInfo $info): void
    {
        $this->clients->detach($conn);
        $this->log($conn, 'close ' . describe($info) . ' ' . json_encode($conn->isOpen()) . ' ' . $conn->send('x')->name);
    }

    public function onError(Connection $conn, Throwable $error): void
    {
        $this->log($conn, 'error ' . $error->getMessage());
        $conn->send('sorry');
    }
}

$server = new RtComm\Server();
$chat = new Chat();
$server->handle('/chat', $chat);
$address = serve($server);
$peers = peers($server, $address, '/chat');
echo count(array_unique(array_map('json_encode', $chat->logs))), " log\n";
foreach ($peers as $name => $peer) {
    $peer->send("from $name");
    settle($server);
}
$peers['long-poll']->send("\0\xff", true);
settle($server);
foreach ($peers as $name => $peer) {
    echo "$name:";
    foreach (range(1, $name === 'long-poll' ? 3 : 4) as $n) {
        echo ' [', $peer->text(), ']';
    }
    echo "\n";
}
$chat->logs = array_map(fn() => [], $chat->logs);
foreach ($peers as $name => $peer) {
    $peer->send('hello');
    settle($server);
    foreach (array_diff_key($peers, [$name => 0]) as $other) {
        $other->text();
    }
    $peer->send("\1\2", true);
    settle($server);
    foreach (array_diff_key($peers, [$name => 0]) as $other) {
        $other->text();
    }
    $peer->send('throw');
    echo $peer->text(), "\n";
}
foreach ($peers as $name => $peer) {
    $peer->leave();
    settle($server);
}
echo implode("\n", $chat->logs['websocket']), "\n";
var_dump($chat->logs['event-stream'] === $chat->logs['websocket'], $chat->logs['long-poll'] === $chat->logs['websocket']);
var_dump(count($chat->clients));
--EXPECT--
1 log
websocket: [welcome] [from event-stream] [from long-poll] [binary:00ff]
event-stream: [welcome] [from websocket] [from long-poll] [binary:00ff]
long-poll: [welcome] [from websocket] [from event-stream]
sorry
sorry
sorry
text 68656c6c6f mine true
binary 0102 mine true
text 7468726f77 mine true
error thrown
close 1000, clean, by peer false Closed
bool(true)
bool(true)
int(0)
