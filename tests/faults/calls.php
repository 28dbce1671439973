<?php

/*
 * Functions of the system that fail, each so many times, while clients come, talk and listen. What passes (EINTR, no
 * memory in the kernel, short reads and writes) nobody may notice. Where a connection breaks, its client comes again
 * and has everything: a feed's by its cursor, a session's by its own.
 *
 *   calls.php [--quick]
 */

require __DIR__ . '/stage.inc';

const EINTR = 4, EAGAIN = 11, ENOMEM = 12, ENFILE = 23, EMFILE = 24, ENOSPC = 28, EPIPE = 32;
const EPROTO = 71, ECONNABORTED = 103, ECONNRESET = 104, ENOBUFS = 105;
const NAMES = [
    EINTR => 'EINTR', EAGAIN => 'EAGAIN', ENOMEM => 'ENOMEM', ENFILE => 'ENFILE', EMFILE => 'EMFILE', ENOSPC => 'ENOSPC',
    EPIPE => 'EPIPE', EPROTO => 'EPROTO', ECONNABORTED => 'ECONNABORTED', ECONNRESET => 'ECONNRESET', ENOBUFS => 'ENOBUFS',
];

/** Listens to numbers, and comes again with its cursor when it is cut off. */
final class Follower
{
    public array $numbers = [];
    public int $cuts = 0;
    public ?Client $client = null;
    private string $cursor = '';

    public function __construct(private Stage $stage, private string $target)
    {
    }

    /** Where a client of a feed begins. */
    public function from(string $cursor): static
    {
        $this->cursor = $cursor;
        return $this;
    }

    public function follow(): void
    {
        if ($this->client === null) {
            $field = $this->cursor === '' ? '' : "Last-Event-ID: $this->cursor\r\n";
            $this->client = new Client($this->stage->server, $this->stage->address);
            $this->client->write("GET $this->target " . REQUEST . "Accept: text/event-stream\r\n$field\r\n");
        }
        $this->client->pump();
        while (($end = strpos($this->client->received, "\n\n")) !== false) {
            $block = substr($this->client->received, 0, $end);
            $this->client->received = substr($this->client->received, $end + 2);
            array_push($this->numbers, ...numbers($block, 'number'));
            if (preg_match('/^id: (.+)$/m', $block, $found)) {
                $this->cursor = $found[1];
            }
        }
        if ($this->client->ended) {
            $this->cuts++;
            $this->client = null;
        }
    }
}

/** Clients of each kind while numbers are published. What is wrong, and how often somebody was cut off. */
function talk(callable $break, callable $mend, int $count, bool $may_cut): array
{
    $stage = new Stage();
    $cursor = $stage->server->channel('kept')->history()[2]->id;
    $stream = new Follower($stage, '/chat');
    $followers = ['feed' => (new Follower($stage, '/feed?channel=kept'))->from($cursor), 'session' => $stream];
    $first = $stage->published;
    while (count($stage->server->connections()) < 3) { /* the session is there */
        $stream->follow();
        $stage->server->tick(0.001);
    }
    $plain = null;
    $done = 0;
    $cuts = 0;
    $break();
    for ($i = 0; $i < $count; $i++) {
        $stage->publish();
        $plain ??= (new Client($stage->server, $stage->address))->write('POST /plain ' . REQUEST . "Content-Length: 5\r\n\r\nhello");
        for ($turn = 0; $turn < 6; $turn++) {
            $stage->server->tick(0);
            foreach ($followers as $follower) {
                $follower->follow();
            }
        }
        $plain->pump();
        if (str_contains($plain->received, 'plain 5')) {
            $done++;
            $plain = null;
        } elseif ($plain->ended) {
            $cuts++;
            $plain = null;
        }
    }
    $mend();
    $end = microtime(true) + 20;
    do {
        $stage->server->tick(0.002);
        $waiting = 0;
        foreach ($followers as $follower) {
            $follower->follow();
            $waiting += count($follower->numbers) < $count;
        }
    } while ($waiting > 0 && microtime(true) < $end);
    $problem = '';
    foreach ($followers as $name => $follower) {
        $cuts += $follower->cuts;
        if ($follower->numbers !== range($first + 1, $first + $count)) {
            $problem = "the $name has " . count($follower->numbers) . " of $count: " . implode(' ', array_slice($follower->numbers, 0, 20));
        }
    }
    $judged = $stage->judge();
    foreach ($stage->witnesses as $client) {
        $cuts += $client->ended;
    }
    $problem = $problem ?: $judged;
    if ($problem === '' && !$may_cut && $cuts > 0) {
        $problem = "$cuts connections were cut off";
    }
    if ($problem === '' && $done === 0 && !$may_cut) {
        $problem = 'no request was answered';
    }
    return [$problem, $cuts, $done];
}

$count = is_quick() ? 60 : 300;
$faults = [
    ['recv', EINTR, 2, false], ['recv', EAGAIN, 2, false], ['recv', ENOMEM, 2, false], ['recv', ECONNRESET, 17, true],
    ['send', EINTR, 2, false], ['send', EAGAIN, 2, false], ['send', ENOBUFS, 2, false], ['send', ENOMEM, 2, false],
    ['send', EPIPE, 17, true], ['send', ECONNRESET, 17, true],
    ['epoll_wait', EINTR, 2, false], ['epoll_ctl', ENOMEM, 13, true], ['epoll_ctl', ENOSPC, 13, true],
];
foreach ($faults as [$call, $error, $every, $may_cut]) {
    $tried = 0;
    $break = fn() => Faults::call($call, $every, $error);
    $mend = function () use ($call, &$tried) {
        $tried += Faults::done($call);
    };
    [$problem, $cuts, $done] = talk($break, $mend, $count, $may_cut);
    if ($problem === '' && $tried === 0) {
        $problem = 'it never failed';
    }
    $name = "$call() fails with " . NAMES[$error];
    Table::trial($name, $problem);
    Table::line(
        $name,
        $tried,
        ($cuts === 0 ? 'nobody noticed' : "$cuts connections closed, their clients came again") . "; $done requests answered",
        'nothing',
    );
}
foreach (['recv' => 'one byte is received at a time', 'send' => 'one byte is sent at a time'] as $call => $name) {
    $calls = 0;
    [$problem, , $done] = talk(
        fn() => Faults::set("$call.most", 1),
        function () use ($call, &$calls) {
            $calls = Faults::get("$call.seen");
            Faults::done($call);
        },
        $count,
        false,
    );
    Table::trial($name, $problem);
    Table::line($name, $calls, "nobody noticed; $done requests answered", 'nothing');
}

/* Clients that cannot be accepted, or not yet: they wait in the kernel. */
foreach ([EMFILE, ENFILE, ENOBUFS, ENOMEM, ECONNABORTED, EPROTO, EINTR, EAGAIN] as $error) {
    $stage = new Stage();
    $clients = [];
    $logged = count($stage->log);
    Faults::call('accept', 2, $error);
    $asked = is_quick() ? 8 : 40;
    for ($i = 0; $i < $asked; $i++) {
        $clients[] = (new Client($stage->server, $stage->address))->write('GET /plain ' . REQUEST . "\r\n");
    }
    $end = microtime(true) + 30;
    do {
        $stage->server->tick(0.01);
        $waiting = 0;
        foreach ($clients as $client) {
            $client->pump();
            $waiting += !str_contains($client->received, 'plain 0');
        }
    } while ($waiting > 0 && microtime(true) < $end);
    $tried = Faults::done('accept');
    $short = in_array($error, [EMFILE, ENFILE, ENOBUFS, ENOMEM], true);
    $problem = match (true) {
        $waiting > 0 => "$waiting of $asked clients were never served",
        $tried === 0 => 'it never failed',
        $short && count($stage->log) !== $logged + 1 => 'the log has ' . implode('; ', array_slice($stage->log, $logged)),
        default => $stage->judge(),
    };
    $name = 'accept() fails with ' . NAMES[$error];
    Table::trial($name, $problem);
    Table::line($name, $tried, "$asked of $asked clients served" . ($short ? ', some later; one line in the log' : ''), 'nothing');
}

/* A server that cannot listen, and a loop that cannot be made. */
$tried = 0;
foreach ([EMFILE, ENFILE, ENOBUFS, ENOMEM] as $error) {
    for ($i = 0; $i < 20; $i++) {
        Faults::call('socket', 1, $error);
        $problem = 'it listens';
        try {
            (new RtComm\Server(null, [], new RtComm\Loop()))->listen('127.0.0.1:0');
        } catch (RtComm\ListenException $exception) {
            $problem = '';
        }
        $failed = Faults::done('socket');
        $tried += $failed;
        Table::trial('socket() fails with ' . NAMES[$error], $failed > 0 ? $problem : 'it never failed');
    }
}
Table::line('socket() fails', $tried, 'listen() throws ListenException', 'nothing');
Table::end();
