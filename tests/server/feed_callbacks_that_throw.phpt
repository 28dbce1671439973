--TEST--
A callback of a feed that throws is answered with 500 and logged; the server goes on
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->onLog(function (string $level, string $message, array $context) {
    if ($level === 'error') {
        echo strstr($message, ' in ', true), ' (', get_class($context['exception']), ")\n";
    }
});
$throw = function (RtComm\Request $request, string $channel) {
    throw new DomainException("no $channel");
};
$server->feed('/feed/{channel}', $throw, $throw);
$address = serve($server);
foreach (['text/event-stream', '*/*'] as $accept) {
    $client = new HttpClient($server, $address);
    $response = $client->get('/feed/a', ['Accept' => $accept]);
    settle($server);
    echo status($response), "\n";
}
$socket = new WebSocketClient($server, $address, '/feed/b');
settle($server);
echo status($socket->response), "\n";
$client = new HttpClient($server, $address);
$response = $client->request('POST', '/feed/c', [], 'hello');
settle($server);
echo status($response), "\n", body($response);
echo $server->stats()['published'], "\n";
--EXPECT--
An authorize callback threw DomainException: no a (DomainException)
HTTP/1.1 500 Internal Server Error
An authorize callback threw DomainException: no a (DomainException)
HTTP/1.1 500 Internal Server Error
An authorize callback threw DomainException: no b (DomainException)
HTTP/1.1 500 Internal Server Error
A publish callback threw DomainException: no c (DomainException)
HTTP/1.1 500 Internal Server Error
it cannot be told whether this is allowed
0
