--TEST--
pause() lets messages up wait in their requests, in order, until resume(); what goes down is not touched
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$opened) {
    $opened = $conn;
}, message: function ($conn, $data) {
    echo "up: $data\n";
    if ($data === 'pause') {
        $conn->pause();
    }
}, close: fn($conn, $info) => print 'onClose ' . describe($info) . "\n");
$address = serve($server);
$client = new StreamClient($server, $address);
$client->text();
$posts = [];
$post = function (string $data) use ($server, $address, $client, &$posts) {
    $posts[$data] = new HttpClient($server, $address);
    $posts[$data]->write("POST /?session=$client->token HTTP/1.1\r\nHost: test\r\nContent-Length: " . strlen($data) . "\r\n\r\n$data");
    settle($server);
};
$answered = function () use (&$posts) {
    foreach ($posts as $data => $client) {
        $client->pump();
        echo $data, ': ', status($client->received), "\n";
    }
};
$opened->pause();
$post('one');
$post('pause');
$post('three');
$answered();
$opened->send('down');
echo $client->text(), "\n";
echo "resume\n";
$opened->resume();
settle($server);
$answered();
echo "resume\n";
$opened->resume();
settle($server);
$answered();
$posts = [];
$opened->pause();
$post('refused');
$post('refused too');
$opened->close(4000);
settle($server);
$answered();
echo $client->text(), "\n";
--EXPECT--
one: (none)
pause: (none)
three: (none)
down
resume
up: one
up: pause
one: HTTP/1.1 204 No Content
pause: HTTP/1.1 204 No Content
three: (none)
resume
up: three
one: HTTP/1.1 204 No Content
pause: HTTP/1.1 204 No Content
three: HTTP/1.1 204 No Content
onClose 4000, clean
refused: HTTP/1.1 410 Gone
refused too: HTTP/1.1 410 Gone
(close 4000)
