--TEST--
A stop waits for polls that have more to fetch than fits into one answer
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/restart.inc';

foreach ([false, true] as $restart) {
    $server = new RtComm\Server(null, ['sendBufferLimit' => 10000]);
    $server->handle('/', open: function ($conn) use (&$sender) { $sender = $conn; }, close: fn($conn, $info) => print describe($info) . "\n");
    $poll = new PollClient($server, serve($server));
    $poll->ask();
    settle($server);
    /* Ten times 999 bytes fit, but not as base64. */
    for ($i = 0; $i < 10; $i++) {
        echo $sender->sendBinary(str_repeat(chr($i), 900))->name, ' ';
    }
    $server->stop(60.0, $restart);
    $count = $answers = 0;
    do {
        $answer = json_decode(body($poll->response()), true);
        $answers++;
        foreach ($answer['messages'] as $message) {
            $count += base64_decode($message['binary']) === str_repeat(chr($count), 900);
        }
        isset($answer['closed']) ?: $poll->ask(cursor: $answer['cursor']);
    } while (!isset($answer['closed']));
    settle($server);
    echo "$count in $answers answers, closed with {$answer['closed']['code']}\n";
}
--EXPECT--
Sent Sent Sent Sent Sent Sent Sent Sent Sent Sent 1001, clean
10 in 2 answers, closed with 1001
Sent Sent Sent Sent Sent Sent Sent Sent Sent Sent 1012 service restart, clean
10 in 2 answers, closed with 1012
