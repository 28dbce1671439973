<?php

/* feeds-publisher.php ADDRESS SEED PUBLICATIONS TRUTH: publishes by POST over a connection that is kept, one after the
 * other with short pauses, and writes what it was answered to the file TRUTH. */

[, $address, $seed, $publications, $truth] = $argv;
require __DIR__ . '/wire.inc';
require __DIR__ . '/feeds.inc';

mt_srand((int) $seed);
$record = fopen($truth, 'w');
$wire = new Wire($address, '');
stream_set_blocking($wire->stream, true);
$reader = new HttpReader();
for ($number = 0; $number < $publications; $number++) {
    [$channel, $data, $event] = publication('post', $number);
    $fields = ['Authorization' => 'Bearer ' . SECRET] + ($event !== null ? ['RtComm-Event' => $event] : []);
    $before = now();
    $wire->write(request('POST', "/feed/$channel", $fields, $data));
    stream_set_blocking($wire->stream, true);
    while (!$reader->complete) {
        $reader->push($wire->read(65536));
        if ($wire->ended) {
            throw new Exception('the server has ended the publisher\'s connection');
        }
    }
    $answer = $reader->status === 200 ? json_decode($reader->body, true, flags: JSON_THROW_ON_ERROR) : null;
    if (!is_string($answer['id'] ?? null) || !is_int($answer['receivers'] ?? null)) {
        throw new Exception("$reader->status $reader->body");
    }
    record($record, $channel, $answer['id'], $before, $data, $event, false);
    $reader->next();
    usleep(mt_rand(0, 6000));
}
fclose($record);
