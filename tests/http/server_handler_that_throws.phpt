--TEST--
A handler that throws: 500 to the client, the exception to the log, and the server goes on
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/bad', fn() => throw new LogicException('secret'));
$server->http('/good', fn() => 'x');
$server->onLog(function (string $level, string $message, array $context) {
    if ($level === 'error') {
        echo "$level: ", strstr($message, ' in ', true), "\n";
        echo get_class($context['exception']), ': ', $context['exception']->getMessage(), "\n";
    }
});
$address = serve($server);
$client = new HttpClient($server, $address);
echo show($client->get('/bad'));
echo status($client->get('/good')), "\n";
--EXPECT--
error: An HTTP handler threw LogicException: secret
LogicException: secret
HTTP/1.1 500 Internal Server Error
Content-Length: 19
Connection: keep-alive
Content-Type: text/plain; charset=utf-8

the handler failed
HTTP/1.1 200 OK
