--TEST--
Callbacks of sessions close, terminate, stop, publish and send, to themselves and to others
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

$deeds = [
    'close own' => fn($server, $conn, $other) => $conn->close(4000),
    'terminate own' => fn($server, $conn, $other) => $conn->terminate(),
    'close other' => fn($server, $conn, $other) => $other->close(4000),
    'terminate other' => fn($server, $conn, $other) => $other->terminate(),
    'send to other' => fn($server, $conn, $other) => $other->send('hello'),
    'publish' => fn($server, $conn, $other) => $server->channel('c')->publish('published'),
    'unsubscribe both' => fn($server, $conn, $other) => $conn->unsubscribe('c') && $other->unsubscribe('c'),
    'stop' => fn($server, $conn, $other) => $server->stop(),
    'stop at once' => fn($server, $conn, $other) => $server->stop(0),
];
foreach ($deeds as $name => $deed) {
    foreach (['open', 'message', 'close'] as $where) {
        $server = new RtComm\Server(null, [], new RtComm\Loop());
        $log = [];
        $other = null;
        $server->handle('/other', open: function ($conn) use (&$other) {
            $other = $conn->subscribe('c');
        }, close: function ($conn, $info) use (&$log) {
            $log[] = "other closed $info->code";
        });
        $act = function ($conn) use ($server, $deed, &$other) {
            $deed($server, $conn, $other);
        };
        $server->handle(
            '/',
            open: function ($conn) use ($where, $act) {
                $conn->subscribe('c');
                $where === 'open' && $act($conn);
            },
            message: fn($conn) => $where === 'message' && $act($conn),
            close: function ($conn, $info) use ($where, $act, &$log) {
                $log[] = "closed $info->code";
                $where === 'close' && $act($conn);
            },
        );
        $address = serve($server);
        $bystander = new StreamClient($server, $address, '/other');
        $requests = ['POST' => new Client($server, $address), 'DELETE' => new Client($server, $address)];
        $client = new Client($server, $address);
        $client->write("GET / HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\n\r\n");
        $client->wait(fn() => $client->ended || str_contains($client->received, 'data: {"session"'));
        if (preg_match('/"session":"([^"]+)/', $client->received, $match)) {
            foreach ($requests as $method => $request) {
                $request->write("$method /?session=$match[1] HTTP/1.1\r\nHost: test\r\n\r\n");
                settle($server);
            }
        }
        settle($server);
        sort($log);
        $bystander->pump();
        preg_match_all('/^data: .*$/m', $bystander->received, $lines);
        echo "$name in $where: ", implode(', ', $log), '; other: ', preg_replace('/"session":"[^"]+"/', 'session', implode(' ', $lines[0])), "\n";
        $server->stop(0);
        settle($server);
    }
}
--EXPECT--
close own in open: closed 4000; other: data: {session}
close own in message: closed 4000; other: data: {session}
close own in close: closed 1000; other: data: {session}
terminate own in open: closed 1006; other: data: {session}
terminate own in message: closed 1006; other: data: {session}
terminate own in close: closed 1000; other: data: {session}
close other in open: closed 1000, other closed 4000; other: data: {session} data: {"code":4000,"reason":""}
close other in message: closed 1000, other closed 4000; other: data: {session} data: {"code":4000,"reason":""}
close other in close: closed 1000, other closed 4000; other: data: {session} data: {"code":4000,"reason":""}
terminate other in open: closed 1000, other closed 1006; other: data: {session}
terminate other in message: closed 1000, other closed 1006; other: data: {session}
terminate other in close: closed 1000, other closed 1006; other: data: {session}
send to other in open: closed 1000; other: data: {session} data: hello
send to other in message: closed 1000; other: data: {session} data: hello
send to other in close: closed 1000; other: data: {session} data: hello
publish in open: closed 1000; other: data: {session} data: published
publish in message: closed 1000; other: data: {session} data: published
publish in close: closed 1000; other: data: {session} data: published
unsubscribe both in open: closed 1000; other: data: {session}
unsubscribe both in message: closed 1000; other: data: {session}
unsubscribe both in close: closed 1000; other: data: {session}
stop in open: closed 1001, other closed 1001; other: data: {session} data: {"code":1001,"reason":""}
stop in message: closed 1001, other closed 1001; other: data: {session} data: {"code":1001,"reason":""}
stop in close: closed 1000, other closed 1001; other: data: {session} data: {"code":1001,"reason":""}
stop at once in open: closed 1001, other closed 1001; other: data: {session} data: {"code":1001,"reason":""}
stop at once in message: closed 1001, other closed 1001; other: data: {session} data: {"code":1001,"reason":""}
stop at once in close: closed 1000, other closed 1001; other: data: {session} data: {"code":1001,"reason":""}
