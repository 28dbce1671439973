--TEST--
stop() says 1001 to every client by its transport, and new requests get 503
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$names = [];
$server->handle('/{name}', open: function ($conn) use (&$names) {
    $names[$conn->id] = $conn->request->params['name'];
}, close: function ($conn, $info) use (&$names, &$ends) {
    $ends[] = $names[$conn->id] . ': ' . describe($info);
});
$address = serve($server);
$stream = new StreamClient($server, $address, '/stream');
$stream->text();
$waiting = new PollClient($server, $address, '/waiting');
$waiting->ask();
$between = new PollClient($server, $address, '/between');
$socket = new WebSocketClient($server, $address, '/socket');
settle($server);
$late = new HttpClient($server, $address);
$late->write('GET /late HTTP/1.1');
settle($server);
$server->stop();
$late->write("\r\nHost: test\r\n\r\n");
echo $stream->text(), ', ', $stream->text(), "\n";
echo $waiting->answer();
echo $socket->text(), "\n";
$socket->sendClose(1001);
echo status($late->all()), "\n";
$server->run();
sort($ends);
echo implode("\n", $ends), "\n";
--EXPECT--
(close 1001), (end)
{"closed":{"code":1001,"reason":""},"cursor":"TOKEN.0","messages":[]}
(close 1001)
HTTP/1.1 503 Service Unavailable
between: 1001
socket: 1001, clean
stream: 1001, clean
waiting: 1001, clean
