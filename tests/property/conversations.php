<?php

/*
 * conversations.php SEED SECONDS CLIENTS CUTS: conversations over event streams and long polls lose and repeat nothing in
 * either direction, whatever becomes of their connections, and end exactly once.
 *
 * What a client posts and is answered 204 arrives once and in order; what was cut off before its end never does; where
 * only the answer is missing it does at most once.
 */

require __DIR__ . '/wire.inc';
require __DIR__ . '/subscriber.inc';
require __DIR__ . '/talker.inc';

[, $seed, $seconds, $clients, $cuts] = array_map('intval', $argv);
const LINGER = 10;

/** Lets the clients go on for a while. */
function turn(array $talkers, bool $chaos): void
{
    $now = now();
    $streams = [];
    foreach ($talkers as $number => $talker) {
        $talker->step($now, $chaos);
        if ($talker->wantsToRead($now)) {
            $streams["down $number"] = $talker->wire->stream;
        }
        if ($talker->postStream() !== null) {
            $streams["post $number"] = $talker->postStream();
        }
    }
    $none = null;
    if ($streams === [] || stream_select($streams, $none, $none, 0, 4000) === 0) {
        usleep($streams === [] ? 2000 : 0);
        return;
    }
    foreach (array_keys($streams) as $key) {
        [$way, $number] = explode(' ', $key);
        $way === 'down' ? $talkers[$number]->read(now()) : $talkers[$number]->readPost(now());
    }
}

function turnUntil(array $talkers, bool $chaos, float $limit, callable $done): bool
{
    for ($end = now() + $limit; now() < $end;) {
        if ($done()) {
            return true;
        }
        turn($talkers, $chaos);
    }
    return $done();
}

/** What is wrong with what was said: `said` by the client, `received` by the server. */
function judgeUp(array $said, array $received): ?string
{
    $texts = array_map(fn($message) => base64_decode($message[0]), $received);
    foreach (array_count_values($texts) as $text => $count) {
        if ($count > 1 || !isset($said[$text]) || $said[$text][1] === 'no') {
            return json_encode($text, JSON_INVALID_UTF8_SUBSTITUTE) . " came $count times";
        }
    }
    foreach ($received as [$text, $binary]) {
        if ($said[base64_decode($text)][0] !== $binary) {
            return "$text came as " . ($binary ? 'binary' : 'text');
        }
    }
    $certain = array_keys(array_filter($said, fn($message) => $message[1] === 'yes'));
    $came = array_values(array_filter($texts, fn($text) => $said[$text][1] === 'yes'));
    return $came === $certain ? null : count($certain) . ' were answered 204, ' . count($came) . ' of them came, or not in order';
}

mt_srand($seed);
$socket = tempnam(sys_get_temp_dir(), 'rtcomm');
unlink($socket);
$server = new Program('conversations-server.php', (string) $seed, (string) LINGER, $socket);
$address = $server->line() ?: throw new Exception('the server did not start');
$talkers = [];
for ($number = 0; $number < $clients; $number++) {
    $transports = [['stream'], ['poll'], ['stream', 'poll']][$number % 3];
    $talkers[] = new Talker("client-$number-" . implode('-', $transports), [$address, $socket], $transports);
}

$began = now();
turnUntil($talkers, true, 120, fn() => now() >= $began + $seconds && Tally::cuts() >= $cuts);
$took = now() - $began;
ask($address, '/quiet');
turnUntil($talkers, false, 10, fn() => array_filter($talkers,
    fn($talker) => $talker->token === null || $talker->isPosting() || !$talker->isSettled()) === []);
$report = ask($address, '/report');
turnUntil($talkers, false, 30, function () use ($talkers, $report) {
    foreach ($talkers as $talker) {
        if ($talker->at < ($report[$talker->talk()]['sent'] ?? PHP_INT_MAX)) {
            return false;
        }
    }
    return true;
});

printf("        seed %d: %.1f s, %d clients with %d connections, %d messages down, %d up\n", $seed, $took, $clients,
    Tally::$connections, Tally::$messages, array_sum(array_map(fn($talker) => count($talker->said), $talkers)));
foreach (Tally::$cuts as $transport => $kinds) {
    ksort($kinds);
    echo "        $transport: ", array_sum($kinds), ' cut (', implode(', ', array_map(
        fn($kind, $count) => "$kind $count", array_keys($kinds), $kinds)), ")\n";
}
Checks::that(Tally::cuts() . ' connections were cut', Tally::cuts() >= $cuts, "fewer than $cuts");
$faults = $down = $up = [];
foreach ($talkers as $talker) {
    array_push($faults, ...array_slice($talker->faults, 0, 3));
    $truth = ask($address, '/talk-of?client=' . $talker->talk());
    if ($talker->got !== $truth['sent']) {
        $down[] = "$talker->name: " . count($talker->got) . ' of ' . count($truth['sent']) . ' messages';
    }
    $fault = judgeUp($talker->said, $truth['received']);
    $fault === null || $up[] = "$talker->name: $fault";
}
$show = fn(array $list) => count($list) . " are wrong:\n        " . implode("\n        ", array_slice($list, 0, 20));
Checks::that('the server answered as it should', $faults === [], $show($faults));
Checks::that('every client has exactly what was sent to it, in order', $down === [], $show($down));
Checks::that('what was posted arrived once and in order', $up === [], $show($up));

/* They leave in three ways. */
foreach ($talkers as $number => $talker) {
    if ($number % 3 === 0) {
        ask($address, '/close?client=' . $talker->talk());
    }
}
$closed = array_filter($talkers, fn($number) => $number % 3 === 0, ARRAY_FILTER_USE_KEY);
turnUntil($closed, false, 10, fn() => array_filter($closed, fn($talker) => $talker->closed === null) === []);
$untold = array_filter($closed, fn($talker) => $talker->closed !== ['code' => 4000, 'reason' => 'that is all']);
Checks::that('those that were closed were told so', $untold === [],
    $show(array_map(fn($talker) => "$talker->name: " . ($talker->faults[0] ?? json_encode($talker->closed)), $untold)));
foreach ($talkers as $number => $talker) {
    if ($number % 3 === 1) {
        $wire = new Wire($address, request('DELETE', "/talk?session=$talker->token"));
        stream_set_blocking($wire->stream, true);
        Checks::that("$talker->name: may leave", preg_match('~^HTTP/1.1 20[04] ~', $wire->read(1000)) === 1);
        $wire->close();
    }
    $talker->wire?->close();
}
$statuses = array_map(fn($number) => ask($address, "/talk?cursor={$talkers[$number]->token}.{$talkers[$number]->at}"), array_keys($closed));
Checks::that('a closed conversation is gone', array_unique($statuses, SORT_REGULAR) === [410], json_encode($statuses));
$open = null;
for ($end = now() + LINGER + 10; now() < $end && $open !== []; usleep(100000)) {
    $report = ask($address, '/report');
    $open = array_filter($report, fn($talk) => !str_starts_with($talk['last'], 'close '));
}
$odd = array_filter($report, function ($talk) {
    $closes = array_filter($talk['events'], fn($event) => str_starts_with($event, 'close '), ARRAY_FILTER_USE_KEY);
    return ($talk['events']['open'] ?? 0) !== 1 || array_sum($closes) !== 1 || !str_starts_with($talk['last'], 'close ');
});
Checks::that(count($report) . ' conversations were opened, and each was closed once, at its end', $odd === [], json_encode($odd));
$server->terminate();
Checks::that('the server ends as it should', ($status = $server->end()) === 0, "it ended with $status");
Checks::end();
