--TEST--
Random actions of clients and callbacks by every transport: each onOpen has its onClose, and nothing after it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

use RtComm\{CloseInfo, Connection, Handler};

final class Rules implements Handler
{
    public array $open = [];
    public array $seen = [];
    public int $faults = 0;

    public function __construct(private RtComm\Channel $channel)
    {
    }

    private function act(Connection $conn): void
    {
        $other = $this->open ? $this->open[array_rand($this->open)] : $conn;
        match (mt_rand(0, 17)) {
            0 => $conn->close(4000 + mt_rand(0, 9), 'own'),
            1 => $other->close(),
            2 => mt_rand(0, 3) ?: $other->terminate(),
            3 => mt_rand(0, 3) ?: $conn->terminate(),
            4, 5 => $other->send('x'),
            6 => $conn->sendBinary(str_repeat('y', mt_rand(0, 3000))),
            7 => $this->channel->publish('z', except: $other),
            8 => $conn->subscribe('c'),
            9 => $other->unsubscribe('c'),
            10 => $other->pause(),
            11, 12 => $other->resume(),
            13 => mt_rand(0, 2) ?: throw new DomainException('thrown'),
            14 => $conn->ping('p'),
            default => null,
        };
    }

    private function check(bool $good): void
    {
        $this->faults += !$good;
    }

    public function onOpen(Connection $conn): void
    {
        $this->check(!isset($this->seen[$conn->id]) && $conn->isOpen());
        $this->seen[$conn->id] = 'open';
        $this->open[$conn->id] = $conn;
        $this->act($conn);
    }

    public function onMessage(Connection $conn, string $data, bool $binary): void
    {
        $this->check($this->seen[$conn->id] === 'open' && $this->open[$conn->id] === $conn);
        $this->act($conn);
    }

    public function onClose(Connection $conn, CloseInfo $info): void
    {
        $this->check($this->seen[$conn->id] === 'open' && !$conn->isOpen());
        $this->seen[$conn->id] = 'closed';
        unset($this->open[$conn->id]);
        $this->act($conn);
    }

    public function onError(Connection $conn, Throwable $error): void
    {
        $this->check(isset($this->seen[$conn->id]) && $error instanceof DomainException);
    }
}

mt_srand(20260727);
$server = new RtComm\Server(null, ['sessionLinger' => 0.05, 'closeTimeout' => 0.05, 'heartbeat' => 0.05, 'pongTimeout' => 0.05, 'sendBufferLimit' => 8000]);
$server->onLog(fn() => null);
$server->handle('/', $rules = new Rules($server->channel('c')));
$address = serve($server);
$clients = [];
$tokens = [str_repeat('A', 22)];
for ($step = 0; $step < 1500; $step++) {
    $token = $tokens[array_rand($tokens)];
    $number = mt_rand(0, 3);
    $body = str_repeat('b', mt_rand(0, 20));
    $post = "POST /?session=$token HTTP/1.1\r\nHost: test\r\nContent-Length: " . strlen($body) . "\r\n\r\n$body";
    switch (mt_rand(0, 11)) {
        case 0:
        case 1:
            $clients[] = $client = new Client($server, $address);
            $client->write("GET / HTTP/1.1\r\nHost: test\r\nAccept: " . (mt_rand(0, 1) ? 'text/event-stream' : '*/*') . "\r\n\r\n");
            break;
        case 2:
            $clients[] = $client = new Client($server, $address);
            $client->write(WebSocketClient::handshake() . WebSocketClient::frame(0x81, 'hello'));
            break;
        case 3:
        case 4:
            $clients[] = $client = new Client($server, $address);
            $accept = mt_rand(0, 1) ? 'text/event-stream' : '*/*';
            $client->write("GET /?cursor=$token.$number&wait=" . mt_rand(0, 1) . " HTTP/1.1\r\nHost: test\r\nAccept: $accept\r\n\r\n");
            break;
        case 5:
        case 6:
        case 7:
            $clients[] = $client = new Client($server, $address);
            $client->write($post . (mt_rand(0, 1) ? $post : ''));
            break;
        case 8:
            $clients[] = $client = new Client($server, $address);
            $client->write("DELETE /?session=$token HTTP/1.1\r\nHost: test\r\n\r\n");
            break;
        default:
            if ($clients !== []) {
                $key = array_rand($clients);
                $clients[$key]->close();
                unset($clients[$key]);
            }
    }
    mt_rand(0, 1) && $server->tick(0.001);
    if (count($clients) > 200) { /* select() knows 1024 descriptors */
        array_shift($clients)->close();
    }
    if ($step % 20 === 0) {
        foreach ($clients as $client) {
            $client->pump();
            preg_match_all('/"session":"([^"]+)"/', $client->received, $match);
            $tokens = array_slice([...$tokens, ...$match[1]], -12);
            $client->received = '';
        }
        foreach ($rules->open as $conn) {
            mt_rand(0, 5) ?: $conn->resume();
        }
    }
}
$clients = [];
$client = null;
$server->stop(1);
until($server, fn() => $server->stats()['connections'] + $server->stats()['sessions'] === 0);
$stats = $server->stats();
var_dump(count($rules->seen) > 100, $rules->faults, $rules->open === [], array_count_values($rules->seen)['open'] ?? 0);
var_dump($stats['open'], $stats['subscriptions'], $stats['buffered'], $stats['opened'] === count($rules->seen));
--EXPECT--
bool(true)
int(0)
bool(true)
int(0)
int(0)
int(0)
int(0)
bool(true)
