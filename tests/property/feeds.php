<?php

/*
 * feeds.php SEED PUBLICATIONS CLIENTS CUTS: every subscriber of a feed ends with exactly what was published, in order,
 * or with a gap that names what it lost, whatever becomes of its connections, and on whichever transport it comes back.
 *
 * A server publishes from a timer, and another program by POST, in channels that keep everything and in channels that
 * keep a few. The clients are on one transport or change it from connection to connection with the same cursor; they
 * listen to one channel or to several. At least CUTS connections are cut. The seed makes every decision, but not the
 * order in which the kernel wakes the programs.
 */

require __DIR__ . '/wire.inc';
require __DIR__ . '/feeds.inc';
require __DIR__ . '/subscriber.inc';

[, $seed, $publications, $clients, $cuts] = array_map('intval', $argv);
const SHORT = 6;
const TRANSPORTS = ['stream', 'poll', 'websocket'];

/** @return list<Subscriber> */
function subscribers(array $addresses, int $count): array
{
    $subscribers = [];
    for ($number = 0; $number < $count; $number++) {
        $transports = $number % 5 < 3 ? [TRANSPORTS[$number % 5]] : TRANSPORTS;
        $channels = match (intdiv($number, 5) % 4) {
            0 => ['long-1'],
            1 => ['long-1', 'long-2', 'long-3'],
            2 => ['short-1'],
            3 => ['short-2', 'long-2', 'short-1'],
        };
        $name = "client $number (" . implode(', ', $transports) . ' of ' . implode(', ', $channels) . ')';
        $subscribers[] = new Subscriber($name, $addresses, $transports, $channels);
    }
    return $subscribers;
}

/** Lets the clients go on for a while. */
function turn(array $subscribers, bool $chaos): void
{
    $now = now();
    $streams = [];
    foreach ($subscribers as $number => $subscriber) {
        $subscriber->step($now, $chaos);
        if ($subscriber->wantsToRead($now)) {
            $streams[$number] = $subscriber->wire->stream;
        }
    }
    $none = null;
    if ($streams === []) {
        usleep(2000);
    } elseif (stream_select($streams, $none, $none, 0, 4000) > 0) {
        foreach (array_keys($streams) as $number) {
            $subscribers[$number]->read(now());
        }
    }
}

/** What was published: [channel][offset] => [time before, digest]. */
function truth(string ...$files): array
{
    $truth = array_fill_keys(CHANNELS, []);
    foreach ($files as $file) {
        for ($handle = fopen($file, 'r'); $row = fgetcsv($handle, 0, ',', '"', '');) {
            $truth[$row[0]][(int) $row[2]] = [(float) $row[3], $row[4]];
        }
    }
    foreach ($truth as &$log) {
        ksort($log);
    }
    return $truth;
}

/** The newest offset that may have been given by that time. */
function newest(array $log, float $time): int
{
    $newest = 0;
    foreach ($log as $offset => [$before]) {
        $newest = $before <= $time ? $offset : $newest;
    }
    return $newest;
}

/** What is wrong with what a subscriber got. */
function judge(Subscriber $subscriber, array $truth): ?string
{
    foreach ($subscriber->channels as $channel) {
        $lost = [];
        foreach ($subscriber->gaps as [$where, $from, $to, $told]) {
            if ($where === $channel) {
                $lost += array_fill_keys(range($from + 1, $to), true);
                $kept = newest($truth[$channel], $told) - SHORT + 1;
                if (str_starts_with($channel, 'long') || $to >= $kept) {
                    return "$channel: told that $from to $to is lost, but it is kept from $kept on";
                }
            }
        }
        for ($offset = $subscriber->began[$channel] + 1; $offset <= count($truth[$channel]); $offset++) {
            $got = $subscriber->got[$channel][$offset] ?? null;
            if ($got !== (isset($lost[$offset]) ? null : $truth[$channel][$offset][1])) {
                return "$channel:$offset is " . ($got === null ? 'missing' : 'another one than was published');
            }
        }
    }
    return null;
}

mt_srand($seed);
$files = [tempnam(sys_get_temp_dir(), 'rtcomm'), tempnam(sys_get_temp_dir(), 'rtcomm')];
register_shutdown_function(fn() => array_map(unlink(...), $files));
$socket = tempnam(sys_get_temp_dir(), 'rtcomm');
unlink($socket);
$server = new Program('feeds-server.php', (string) $seed, (string) intdiv($publications, 2), (string) SHORT, $files[0], $socket);
$address = $server->line() ?: throw new Exception('the server did not start');
$subscribers = subscribers([$address, $socket], $clients);

/* Half of them are there before anything is published. */
$early = array_slice($subscribers, 0, intdiv($clients, 2));
for ($end = now() + 30; now() < $end && array_filter($early, fn($subscriber) => $subscriber->began === []) !== [];) {
    turn($early, false);
}
ask($address, '/go');
$publisher = new Program('feeds-publisher.php', $address, (string) ($seed + 1), (string) ($publications - intdiv($publications, 2)), $files[1]);

$began = now();
$done = [];
for ($end = now() + 150; now() < $end && (count($done) < 2 || Tally::cuts() < $cuts);) {
    turn($subscribers, true);
    $done += $publisher->running() ? [] : ['post' => true];
    $done += $server->finished() ? ['timer' => true] : [];
}
Checks::that('everything is published', count($done) === 2, json_encode($done));
Checks::that('the publisher was answered each time', ($status = $publisher->end()) === 0, "it ended with $status");
$truth = truth(...$files);
$newest = array_map(count(...), $truth);
$took = now() - $began;

/* Nothing more happens; everybody comes to the end. */
for ($end = now() + 40; now() < $end && array_filter($subscribers, fn($one) => !$one->isDone($newest)) !== [];) {
    turn($subscribers, false);
}
$server->terminate();
Checks::that('the server ends as it should', ($status = $server->end()) === 0, "it ended with $status");

printf("        seed %d: %d publications in %.1f s, %d clients with %d connections, %d messages\n", $seed,
    array_sum($newest), $took, $clients, Tally::$connections, Tally::$messages);
foreach (Tally::$cuts as $transport => $kinds) {
    ksort($kinds);
    echo "        $transport: ", array_sum($kinds), ' cut (', implode(', ', array_map(
        fn($kind, $count) => "$kind $count", array_keys($kinds), $kinds)), ")\n";
}
foreach ($truth as $channel => $log) {
    Checks::that("$channel: numbered without holes", array_keys($log) === range(1, count($log)));
}
Checks::that(Tally::cuts() . ' connections were cut', Tally::cuts() >= $cuts, "fewer than $cuts");
$wrong = [];
$gaps = ['long' => 0, 'short' => 0];
foreach ($subscribers as $subscriber) {
    array_push($wrong, ...array_slice($subscriber->faults, 0, 3));
    $fault = $subscriber->isDone($newest) ? judge($subscriber, $truth) : 'not at the end: ' . json_encode($subscriber->at);
    $fault === null || $wrong[] = "$subscriber->name: $fault";
    foreach ($subscriber->gaps as [$channel]) {
        $gaps[strstr($channel, '-', true)]++;
    }
}
Checks::that('every subscriber has exactly what was published, or was told what is lost', $wrong === [],
    count($wrong) . " are wrong:\n        " . implode("\n        ", array_slice($wrong, 0, 20)));
Checks::that("the short histories were too short $gaps[short] times", $gaps['short'] > 0);
Checks::end();
