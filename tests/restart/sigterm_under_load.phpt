--TEST--
SIGTERM under load: all that was accepted for clients arrives, also where they read slowly; then 1001, and exit code 0
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/restart.inc';

use RtComm\WebSocket\{Decoder, Frame, Role};

$child = new Child('
    $server = new RtComm\Server(null, ["overflow" => RtComm\Overflow::DropNewest]);
    $server->handle("/",
        open: function ($conn) { $conn->data = 0; $conn->send("id $conn->id"); },
        close: fn($conn, $info) => print "$conn->id got $conn->data, $info->code\n",
    );
    $server->loop->addPeriodicTimer(0.01, function () use ($server) {
        foreach ($server->connections() as $conn) {
            for ($i = 0; $i < 20; $i++) {
                $status = $conn->send("$conn->data;" . str_repeat("x", 1000));
                $conn->data += $status === RtComm\SendStatus::Sent || $status === RtComm\SendStatus::Queued;
            }
        }
    });
    echo serve($server), "\n";
    $server->run();
    echo "run() is over\n";
');
$address = $child->line();

/* What each client got, in order. */
class Counter
{
    public string $id = '';
    public int $count = 0;
    public bool $closed = false;

    public function take(string $text): void
    {
        if (str_starts_with($text, 'id ')) {
            $this->id = substr($text, 3);
        } elseif (strstr($text, ';', true) === (string) $this->count && strlen($text) > 1000) {
            $this->count++;
        } else {
            throw new Exception("$this->id: '" . substr($text, 0, 50) . "' behind $this->count messages");
        }
    }
}

$clients = [];
for ($i = 0; $i < 12; $i++) {
    $stream = $i % 4 === 3;
    $client = new Client(null, $address);
    $client->write($stream ? "GET / HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\n\r\n" : WebSocketClient::handshake());
    $clients[] = [$client, new Counter(), $stream ? null : new Decoder(Role::Server, 1 << 20, 1 << 20)];
}

function read(Client $client, Counter $counter, ?Decoder $decoder): void
{
    $client->pump();
    if ($counter->id === '' && ($end = strpos($client->received, "\r\n\r\n")) !== false && !str_starts_with($client->received, "\x81")) {
        $client->received = substr($client->received, $end + 4);
        $counter->id = '?';
    }
    if ($counter->id === '') {
        return;
    }
    if ($decoder !== null) {
        foreach ($decoder->push($client->received) as $event) {
            if ($event instanceof Frame) {
                $counter->closed = substr($event->payload, 0, 2) === pack('n', 1001);
                $client->write(Frame::close(1001, '', mask: true));
            } else {
                $counter->take($event->payload);
            }
        }
        $client->received = '';
        return;
    }
    $blocks = explode("\n\n", $client->received);
    $client->received = array_pop($blocks);
    foreach ($blocks as $block) {
        preg_match('/^event: (.*)$/m', $block, $event);
        preg_match('/^data: (.*)$/m', $block, $data);
        if (($event[1] ?? '') === 'close') {
            $counter->closed = json_decode($data[1], true)['code'] === 1001;
        } elseif (!$event && $data) {
            $counter->take($data[1]);
        }
    }
}

/* Every other client reads nothing before the server stops. */
until(null, function () use ($clients) {
    foreach ($clients as $i => $client) {
        $i % 2 ?: read(...$client);
    }
    return $clients[0][1]->count > 500;
});
$child->signal(15);
until(null, function () use ($clients) {
    array_map(fn($client) => read(...$client), $clients);
    return count(array_filter($clients, fn($client) => !$client[0]->ended)) === 0;
});
for ($i = 0; $i < 12; $i++) {
    $lines[] = $child->line();
}
echo $child->line(), "\n", $child->end(), "\n";
$good = $full = 0;
foreach ($clients as [, $counter]) {
    $good += $counter->closed && in_array("$counter->id got $counter->count, 1001", $lines, true);
    $full += $counter->count > 100;
}
echo "$good of 12 got all, $full of them more than a hundred messages\n";
--EXPECT--
run() is over
exit 0
12 of 12 got all, 12 of them more than a hundred messages
