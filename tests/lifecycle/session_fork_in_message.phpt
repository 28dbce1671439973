--TEST--
What a child that is forked in a session's callback does is not felt by its parent's event streams and long polls
--EXTENSIONS--
rtcomm
pcntl
--SKIPIF--
<?php
if (getenv('RTCOMM_TEST_LISTEN') === 'tls') {
    die('skip The client is in the process that forks, and its side of TLS cannot be in two');
}
?>
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

$deeds = [
    'exit' => fn() => 0,
    'send' => fn($server, $conn) => $conn->send('from the child'),
    'close' => fn($server, $conn) => $conn->close(),
    'terminate' => fn($server, $conn) => $conn->terminate(),
    'pause' => fn($server, $conn) => $conn->pause(),
    'unsubscribe' => fn($server, $conn) => $conn->unsubscribe('all'),
    'publish' => fn($server) => $server->channel('all')->publish('from the child'),
    'stop' => fn($server) => $server->stop(0),
    'close all' => function ($server) {
        foreach ($server->connections() as $conn) {
            $conn->close();
        }
    },
    'throw' => fn() => throw new LogicException('in the child'),
    'drop the server' => function () {
        $GLOBALS['server'] = null;
        gc_collect_cycles();
    },
];
$parent = getmypid();
foreach ($deeds as $name => $deed) {
    foreach ([RtComm\Transport::EventStream, RtComm\Transport::LongPoll] as $transport) {
        $server = new RtComm\Server(null, [], new RtComm\Loop());
        $server->handle(
            '/',
            open: fn($conn) => $conn->subscribe('all'),
            message: function ($conn, $data) use ($deed) {
                $pid = pcntl_fork();
                if ($pid === 0) {
                    $deed($GLOBALS['server'], $conn);
                    exit(0);
                }
                pcntl_waitpid($pid, $status);
                $conn->send($data);
            },
        );
        $address = serve($server);
        $others = [new StreamPeer($server, $address), new PollPeer($server, $address)];
        $peer = Peer::of($transport, $server, $address);
        try {
            foreach (['once', 'again'] as $text) {
                $peer->send($text);
                echo "$name, $transport->value: ", $peer->text(), "\n";
            }
        } catch (LogicException $error) {
            if (getmypid() === $parent) {
                throw $error;
            }
            exit(0);
        }
        $server->channel('all')->publish('to all');
        foreach ([...$others, $peer] as $one) {
            $text = $one->text();
            if ($text !== 'to all') {
                echo get_class($one), " got $text\n";
            }
        }
    }
}
--EXPECT--
exit, event-stream: once
exit, event-stream: again
exit, long-poll: once
exit, long-poll: again
send, event-stream: once
send, event-stream: again
send, long-poll: once
send, long-poll: again
close, event-stream: once
close, event-stream: again
close, long-poll: once
close, long-poll: again
terminate, event-stream: once
terminate, event-stream: again
terminate, long-poll: once
terminate, long-poll: again
pause, event-stream: once
pause, event-stream: again
pause, long-poll: once
pause, long-poll: again
unsubscribe, event-stream: once
unsubscribe, event-stream: again
unsubscribe, long-poll: once
unsubscribe, long-poll: again
publish, event-stream: once
publish, event-stream: again
publish, long-poll: once
publish, long-poll: again
stop, event-stream: once
stop, event-stream: again
stop, long-poll: once
stop, long-poll: again
close all, event-stream: once
close all, event-stream: again
close all, long-poll: once
close all, long-poll: again
throw, event-stream: once
throw, event-stream: again
throw, long-poll: once
throw, long-poll: again
drop the server, event-stream: once
drop the server, event-stream: again
drop the server, long-poll: once
drop the server, long-poll: again