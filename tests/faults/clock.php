<?php

/*
 * Clocks that jump. The wall clock is not asked by anything that has a deadline. A monotonic clock that leaps ahead, as
 * after the whole process was stopped, makes every deadline of every client pass at once: whoever has answered must not
 * pay for it.
 *
 *   clock.php [--quick]
 */

require __DIR__ . '/stage.inc';

const SECOND = 1_000_000_000;
const HOUR = 3600 * SECOND;

/** WebSockets that answer pings, and event streams and polls that wait. */
final class Crowd
{
    public RtComm\Server $server;
    /** @var Client[] */
    public array $clients = [];
    public string $address;
    public array $closed = [];
    private int $answered = 0;
    private int $published = 0;

    public function __construct(int $size)
    {
        $this->server = new RtComm\Server(null, ['heartbeat' => 0.4, 'pongTimeout' => 2, 'sessionLinger' => 5], new RtComm\Loop());
        $this->server->handle(
            '/',
            open: fn($conn) => $conn->subscribe('all'),
            close: function ($conn, $info) {
                $this->closed[] = describe($info);
            },
        );
        $this->server->feed('/feed');
        $this->address = serve($this->server);
        for ($i = 0; $i < $size; $i++) {
            $client = new Client($this->server, $this->address);
            $client->write(match ($i % 4) {
                0, 1 => WebSocketClient::handshake('/'),
                2 => 'GET / ' . REQUEST . "Accept: text/event-stream\r\n\r\n",
                3 => 'GET /feed?channel=all ' . REQUEST . "Accept: text/event-stream\r\n\r\n",
            });
            $this->clients[] = $client;
            $this->turn(true);
        }
    }

    /** A turn of the server, in which the clients answer, or not yet. */
    public function turn(bool $answer): void
    {
        $this->server->tick(0.001);
        foreach ($this->clients as $i => $client) {
            $client->pump();
            if ($i % 4 < 2) {
                $pings = substr_count($client->received, "\x89\x00");
                if ($answer && $pings > 0) {
                    $client->received = str_replace("\x89\x00", '', $client->received);
                    $client->write(str_repeat(WebSocketClient::frame(0x8A), $pings));
                    $this->answered += $pings;
                }
            }
        }
    }

    public function run(float $seconds): void
    {
        for ($end = microtime(true) + $seconds; microtime(true) < $end;) {
            $this->turn(true);
        }
    }

    /** What is wrong: all must be there and hear what is published. */
    public function judge(): string
    {
        $this->published++;
        $this->server->channel('all')->publish("number $this->published");
        $text = "number $this->published";
        $waits = fn(Client $client) => !$client->ended && !str_contains($client->received, $text);
        for ($end = microtime(true) + 10; array_filter($this->clients, $waits) !== [] && microtime(true) < $end;) {
            $this->turn(true);
        }
        foreach ($this->clients as $i => $client) {
            if ($client->ended) {
                return "client $i was cut off; told: " . implode(' | ', array_slice($this->closed, 0, 3));
            }
            if (!in_array($this->published, numbers($client->received, 'number'), true)) {
                return "client $i did not hear number $this->published";
            }
        }
        return $this->answered > 0 ? '' : 'nobody was pinged';
    }
}

$size = is_quick() ? 120 : 240;

$tried = 0;
$crowd = new Crowd($size);
$crowd->run(0.5);
$jumps = [86400, -86400, 365 * 86400, -365 * 86400, 1, -1];
foreach ($jumps as $seconds) {
    Faults::set('real_ns', $seconds * SECOND);
    $crowd->run(is_quick() ? 0.3 : 0.8);
    Table::trial("the wall clock jumps by $seconds s", $crowd->judge());
    $tried++;
}
Faults::set('real_ns', 0);
Table::line('the wall clock jumps by a second, a day, a year, ahead and back', $tried, "none of $size clients noticed; heartbeats go on", 'nothing');

/* The clock leaps while pings are out, and their answers stand in the kernel. */
$tried = 0;
$leap = 0;
for ($i = 0; $i < (is_quick() ? 1 : 6); $i++) {
    foreach ([10 * SECOND, HOUR, 24 * HOUR] as $by) {
        $crowd->run(0.2 + 0.07 * $i);
        for ($j = 0; $j < 3; $j++) {
            $crowd->server->tick(0.02);
        }
        foreach ($crowd->clients as $at => $client) { /* some answer now, and the server looks later; others behind the leap */
            $client->pump();
            if ($at % 4 === 0) {
                $pings = substr_count($client->received, "\x89\x00");
                $client->received = str_replace("\x89\x00", '', $client->received);
                $pings > 0 && $client->write(str_repeat(WebSocketClient::frame(0x8A), $pings));
            }
        }
        Faults::set('monotonic_ns', $leap += $by);
        $crowd->turn(false);
        $crowd->run(0.1);
        $crowd->run(3.0);
        Table::trial('the monotonic clock leaps by ' . $by / SECOND . ' s', $crowd->judge());
        $tried++;
    }
}
Table::line(
    'the monotonic clock leaps by 10 s, an hour, a day, with pings out',
    $tried,
    "none of $size clients is closed: what they have said is read before they are judged",
    'nothing',
);

/* Those who have really gone are found nevertheless. */
foreach ($crowd->clients as $i => $client) {
    if ($i % 8 === 0) {
        $crowd->clients[$i]->ended = true; /* it says nothing any more */
        unset($crowd->clients[$i]);
        $silent[] = $client;
    }
}
$before = count($crowd->closed);
Faults::set('monotonic_ns', $leap + HOUR);
for ($end = microtime(true) + 30; count($crowd->closed) - $before < count($silent) && microtime(true) < $end;) {
    $crowd->run(0.1);
}
$found = count($crowd->closed) - $before;
Table::trial('silent clients are found behind a leap', $found === count($silent) ? $crowd->judge() : "$found of " . count($silent) . ' were found');
Table::line('clients that are gone behind a leap of an hour', count($silent), "$found found by the next ping", 'nothing');
Faults::set('monotonic_ns', 0);
Table::end();
