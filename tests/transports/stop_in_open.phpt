--TEST--
A server that stops while a session is opened, or lets go of its client
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

foreach (['stop' => 1.0, 'restart' => 1.0, 'stop at once' => 0.0] as $how => $grace) {
    foreach (['text/event-stream', '*/*'] as $accept) {
        $server = new RtComm\Server(null, [], new RtComm\Loop());
        $server->handle('/', open: function ($conn) use ($server, $how, $grace) {
            $conn->send('hello');
            $server->stop($grace, $how === 'restart');
        }, close: function ($conn, $info) use ($how, $accept, &$closed) {
            echo "$how, $accept: closed\n";
            $closed = true;
        });
        $closed = false;
        $client = new HttpClient($server, serve($server));
        $client->write("GET / HTTP/1.1\r\nHost: test\r\nAccept: $accept\r\n\r\n");
        until($server, function () use (&$closed) {
            return $closed;
        });
        $client->close();
        until($server, fn() => $server->stats()['connections'] + $server->stats()['sessions'] === 0);
    }
}
?>
--EXPECT--
stop, text/event-stream: closed
stop, */*: closed
restart, text/event-stream: closed
restart, */*: closed
stop at once, text/event-stream: closed
stop at once, */*: closed
