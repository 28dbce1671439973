--TEST--
An array is sent as JSON; one that cannot be is a failure of the handler
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/good', fn() => ['a' => [1, 2], 'b' => '/']);
$server->http('/bad', fn() => ["\xff"]);
$logs = logs($server);
$address = serve($server);
$client = new HttpClient($server, $address);
echo show($client->get('/good'));
echo status($client->get('/bad')), "\n";
foreach ($logs as $line) {
    if (str_starts_with($line, 'error: ')) {
        echo strstr($line, ' in ', true), "\n";
    }
}
--EXPECT--
HTTP/1.1 200 OK
Content-Length: 19
Connection: keep-alive
Content-Type: application/json

{"a":[1,2],"b":"/"}
HTTP/1.1 500 Internal Server Error
error: An HTTP handler threw JsonException: Malformed UTF-8 characters, possibly incorrectly encoded
