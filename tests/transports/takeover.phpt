--TEST--
A second request on a session takes over from the first one, which is answered empty or ends
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$opened) {
    $opened = $conn;
}, close: fn() => print "closed\n");
$address = serve($server);
foreach (['stream', 'poll'] as $first) {
    foreach (['stream', 'poll'] as $second) {
        echo "$first, then $second:\n";
        if ($first === 'stream') {
            $one = new StreamClient($server, $address);
            $one->text();
        } else {
            $one = new PollClient($server, $address);
            $one->ask();
        }
        $token = $one->token;
        settle($server);
        if ($second === 'stream') {
            $two = new StreamClient($server, $address, '/', "$token.0");
            $two->token = $token;
        } else {
            $two = new HttpClient($server, $address);
            $two->write("GET /?cursor=$token.0 HTTP/1.1\r\nHost: test\r\n\r\n");
            settle($server);
        }
        $opened->send('hello');
        echo '1: ', $first === 'stream' ? $one->text() . "\n" : $one->answer();
        echo '2: ', $second === 'stream' ? $two->text() . "\n" : str_replace($token, 'TOKEN', body($two->response())) . "\n";
        echo count($server->connections()), " open\n";
        $opened->transport->name === ($first === 'stream' ? 'EventStream' : 'LongPoll') ?: print "another transport\n";
        $opened->terminate();
        settle($server);
    }
}
--EXPECT--
stream, then stream:
1: (end)
2: hello
1 open
closed
stream, then poll:
1: (end)
2: {"cursor":"TOKEN.1","messages":[{"id":"TOKEN.1","data":"hello"}]}
1 open
closed
poll, then stream:
1: {"cursor":"TOKEN.0","messages":[]}
2: hello
1 open
closed
poll, then poll:
1: {"cursor":"TOKEN.0","messages":[]}
2: {"cursor":"TOKEN.1","messages":[{"id":"TOKEN.1","data":"hello"}]}
1 open
closed
