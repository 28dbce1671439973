--TEST--
Polls, messages up and leaving share one connection, also when they are sent before the answer came
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/', message: fn($conn, $data) => $conn->send(strtoupper($data)), close: fn() => print "closed\n");
$server->http('/page', fn() => 'page');
$address = serve($server);
$client = new PollClient($server, $address);
$token = $client->token;
$post = fn(string $data) => "POST /?session=$token HTTP/1.1\r\nHost: test\r\nContent-Length: " . strlen($data) . "\r\n\r\n$data";
foreach (['one', 'two'] as $data) {
    $client->write($post($data));
    echo brief($client->response());
    echo $client->poll();
}
echo brief($client->get('/page'));

echo "sent at once\n";
$client->write($post('three') . "GET /?cursor=$client->cursor HTTP/1.1\r\nHost: test\r\n\r\n" . $post('four'));
echo brief($client->response()), $client->answer(), brief($client->response());

echo "a request behind a poll that waits\n";
$other = new HttpClient($server, $address);
$client->poll(0);
$client->write("GET /?cursor=$client->cursor HTTP/1.1\r\nHost: test\r\n\r\nGET /page HTTP/1.1\r\nHost: test\r\n\r\n");
settle($server);
$client->pump();
var_dump($client->received);
$other->write($post('five'));
echo brief($other->response());
echo $client->answer(), brief($client->response());
echo brief($client->request('DELETE', "/?session=$token"));
echo $server->stats()['accepted'], " connections\n";
--EXPECT--
204
{"cursor":"TOKEN.1","messages":[{"id":"TOKEN.1","data":"ONE"}]}
204
{"cursor":"TOKEN.2","messages":[{"id":"TOKEN.2","data":"TWO"}]}
200 page
sent at once
204
{"cursor":"TOKEN.3","messages":[{"id":"TOKEN.3","data":"THREE"}]}
204
a request behind a poll that waits
string(0) ""
204
{"cursor":"TOKEN.5","messages":[{"id":"TOKEN.5","data":"FIVE"}]}
200 page
closed
204
2 connections
