--TEST--
Subscribers whose connections are cut at any place end with exactly what was published, on each transport and on all
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

use RtComm\WebSocket\{Decoder, Message, Role};

final class Subscriber
{
    public array $got = ['a' => [], 'b' => [], 'c' => []];
    public int $cuts = 0;
    private ?Client $client = null;
    private string $transport;
    private Decoder $frames;

    public function __construct(private string $address, private array $transports, public string $cursor)
    {
    }

    public function step(RtComm\Server $server, bool $cut): void
    {
        if ($this->client === null) {
            if (mt_rand(0, 2) > 0) {
                $this->connect($server);
            }
            return;
        }
        $bytes = @fread($this->client->stream, $cut ? mt_rand(1, 500) : 65536);
        $this->client->received .= $bytes;
        $this->{$this->transport}();
        if (($bytes === '' && feof($this->client->stream)) || ($cut && mt_rand(0, 5) === 0)) {
            $this->client->close();
            $this->client = null;
            $this->cuts++;
        }
    }

    private function connect(RtComm\Server $server): void
    {
        $this->client = new Client($server, $this->address);
        $this->transport = $this->transports[array_rand($this->transports)];
        $this->frames = new Decoder(Role::Server);
        $this->ask(match ($this->transport) {
            'stream' => "Accept: text/event-stream\r\n",
            'poll' => '',
            'socket' => "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                . "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: rtcomm.json\r\n",
        });
    }

    private function ask(string $fields): void
    {
        $target = "/feeds?channel=a&channel=b&channel=c&cursor=$this->cursor";
        $this->client->write("GET $target HTTP/1.1\r\nHost: test\r\n$fields\r\n");
    }

    /** Takes the head off what was received, if it is there. */
    private function head(): bool
    {
        if (str_starts_with($this->client->received, 'HTTP/1.1 ')) {
            [$head, $rest] = explode("\r\n\r\n", $this->client->received, 2) + [1 => null];
            if ($rest === null) {
                return false;
            }
            $this->client->received = $rest;
        }
        return !str_starts_with('HTTP/1.1 ', substr($this->client->received, 0, 9));
    }

    private function stream(): void
    {
        if (!$this->head()) {
            return;
        }
        $blocks = explode("\n\n", $this->client->received);
        $this->client->received = array_pop($blocks);
        foreach ($blocks as $block) {
            if (preg_match('/^id: (\S+)\ndata: (.)(\d+)/', $block, $found)) {
                [, $this->cursor, $channel, $number] = $found;
                $this->got[$channel][] = (int) $number;
            } elseif (str_contains($block, 'event:')) {
                throw new Exception($block);
            }
        }
    }

    private function poll(): void
    {
        if (preg_match('/^HTTP.*?\r\nContent-Length: (\d+).*?\r\n\r\n/s', $this->client->received, $found)) {
            $body = substr($this->client->received, strlen($found[0]));
            if (strlen($body) === (int) $found[1]) {
                $answer = json_decode($body, true);
                array_map($this->item(...), $answer['messages']);
                $this->cursor = $answer['cursor'];
                $this->client->received = '';
                $this->ask('');
            }
        }
    }

    private function socket(): void
    {
        if (!$this->head()) {
            return;
        }
        foreach ($this->frames->push($this->client->received) as $message) {
            if ($message instanceof Message) {
                $object = json_decode($message->payload, true);
                isset($object['id']) ? $this->item($object) : $this->cursor = $object['cursor'];
            }
        }
        $this->client->received = '';
    }

    private function item(array $item): void
    {
        $this->got[$item['channel']][] = (int) substr($item['data'], 1);
        $ids = explode(',', $this->cursor);
        $ids[ord($item['channel']) - ord('a')] = $item['id'];
        $this->cursor = implode(',', $ids);
    }
}

$seed = (int) (getenv('RTCOMM_SEED') ?: 20260731);
mt_srand($seed);
$server = new RtComm\Server(null, ['sendBufferLimit' => 20000]);
$server->channels('*', history: 10000);
$server->feed('/feeds');
$address = serve($server);
$channels = [];
$published = ['a' => [], 'b' => [], 'c' => []];
foreach ($published as $name => $none) {
    $channels[$name] = $server->channel($name);
}
$cursor = fn() => implode(',', array_map(fn($channel) => $channel->cursor(), $channels));
foreach ([['stream'], ['poll'], ['socket'], ['stream', 'poll', 'socket']] as $transports) {
    $subscribers[] = new Subscriber($address, $transports, $cursor());
    $subscribers[] = new Subscriber($address, $transports, $cursor());
}
$steps = listens_on('tls') ? 300 : 1500; /* a handshake takes a while */
for ($step = 0; $step < $steps; $step++) {
    for ($count = mt_rand(0, 9) === 0 ? mt_rand(0, 40) : mt_rand(0, 2); $count > 0; $count--) {
        $name = array_rand($channels);
        $number = count($published[$name]);
        $channels[$name]->publish($name . $number . str_repeat(' ', mt_rand(0, 9) === 0 ? 3000 : 20));
        $published[$name][] = $number;
    }
    foreach ($subscribers as $subscriber) {
        $subscriber->step($server, true);
    }
    $server->tick();
}
until($server, function () use ($server, $subscribers, $cursor) {
    $done = true;
    foreach ($subscribers as $subscriber) {
        if ($subscriber->cursor !== $cursor()) {
            $subscriber->step($server, false);
            $done = false;
        }
    }
    return $done;
});
foreach ($subscribers as $number => $subscriber) {
    if ($subscriber->got !== $published || $subscriber->cuts < $steps / 15) {
        echo "seed $seed: subscriber $number has something else, after $subscriber->cuts cuts\n";
    }
}
echo "done\n";
--EXPECT--
done
