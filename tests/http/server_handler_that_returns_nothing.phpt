--TEST--
A handler that returns none of Response, string and array: 500, and the log says what was returned
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/null', function () {});
$server->http('/int', fn() => 42);
$server->http('/object', fn() => new ArrayObject());
$server->onLog(function (string $level, string $message) {
    if ($level === 'error') {
        echo strstr($message, ' in ', true), "\n";
    }
});
$address = serve($server);
foreach (['/null', '/int', '/object'] as $path) {
    echo status((new HttpClient($server, $address))->get($path)), "\n";
}
--EXPECT--
An HTTP handler threw TypeError: An HTTP handler must return RtComm\Response, string or array, null returned
HTTP/1.1 500 Internal Server Error
An HTTP handler threw TypeError: An HTTP handler must return RtComm\Response, string or array, int returned
HTTP/1.1 500 Internal Server Error
An HTTP handler threw TypeError: An HTTP handler must return RtComm\Response, string or array, ArrayObject returned
HTTP/1.1 500 Internal Server Error
