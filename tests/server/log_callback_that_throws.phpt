--TEST--
A log callback that throws ends the turn with what it threw; the server goes on afterwards
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'page');
$server->onLog(function ($level, $message) {
    throw new LogicException($message);
});
$address = serve($server);
$client = new HttpClient($server, $address);
$client->write("GET /nowhere HTTP/1.1\r\nHost: test\r\n\r\n");
try {
    settle($server);
} catch (LogicException $error) {
    echo $error->getMessage(), "\n";
}
echo status($client->response()), "\n", body((new HttpClient($server, $address))->get('/')), "\n";
--EXPECT--
there is nothing at this path
HTTP/1.1 404 Not Found
page
