--TEST--
onMessage throws on a message that came by POST: to onError, or 1011 and out of tick(); the POST is answered
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$throw = fn() => throw new DomainException('thrown');
$server = new RtComm\Server();
$server->handle('/with', message: $throw, error: function ($conn, $error) {
    echo 'onError ', $error->getMessage(), ' ', $conn->send('sorry')->name, "\n";
}, close: fn($conn, $info) => print 'onClose ' . describe($info) . "\n");
$server->handle('/without', message: $throw, close: fn($conn, $info) => print 'onClose ' . describe($info) . "\n");
$server->handle('/open', open: $throw, close: fn($conn, $info) => print 'onClose ' . describe($info) . "\n");
$address = serve($server);

$client = new StreamClient($server, $address, '/with');
$client->text();
echo brief(post($server, $address, "/with?session=$client->token", 'x'));
echo $client->text(), "\n";

foreach ([StreamClient::class, PollClient::class] as $class) {
    echo "$class\n";
    $client = new $class($server, $address, '/without');
    if ($class === StreamClient::class) {
        $client->text();
    } else {
        $client->ask();
        settle($server);
    }
    $post = new HttpClient($server, $address);
    $post->write("POST /without?session=$client->token HTTP/1.1\r\nHost: test\r\nContent-Length: 1\r\n\r\nx");
    try {
        settle($server);
        echo "nothing thrown\n";
    } catch (DomainException $error) {
        echo 'caught ', $error->getMessage(), "\n";
    }
    echo $class === StreamClient::class ? $client->text() . "\n" : $client->answer();
    echo brief($post->response());
    settle($server);
}
foreach (['text/event-stream', '*/*'] as $accept) {
    echo "onOpen, $accept\n";
    $client = new HttpClient($server, $address);
    $client->write("GET /open HTTP/1.1\r\nHost: test\r\nAccept: $accept\r\n\r\n");
    try {
        settle($server);
        echo "nothing thrown\n";
    } catch (DomainException $error) {
        echo 'caught ', $error->getMessage(), "\n";
    }
    $client->wait(fn() => str_contains($client->received, '1011'));
    settle($server);
    echo strpos($client->received, 'HTTP/1.1 200 OK') === 0 ? '' : 'not OK ', substr_count($client->received, '"code":1011'), "\n";
}
echo count($server->connections()), "\n";
--EXPECT--
onError thrown Sent
204
sorry
StreamClient
caught thrown
(close 1011)
onClose 1011, clean
204
PollClient
caught thrown
{"closed":{"code":1011,"reason":""},"cursor":"TOKEN.0","messages":[]}
onClose 1011, clean
204
onOpen, text/event-stream
caught thrown
onClose 1011, clean
1
onOpen, */*
caught thrown
onClose 1011, clean
1
1
