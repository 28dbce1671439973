--TEST--
A handler that returns something else, or nothing that is JSON, fails with 500, and the log says why
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

use RtComm\Server;
$server = new Server;
$server->onLog(fn(string $level, string $message) => print("$level: " . strtok($message, "\n") . "\n"));
$answers = ['int' => 5, 'null' => null, 'object' => new ArrayObject, 'array' => ["\xFF"], 'nan' => [NAN]];
foreach ($answers as $name => $answer) {
    $server->http("/$name", fn() => $answer);
}
$address = serve($server);
foreach ($answers as $name => $answer) {
    echo strtok((new HttpClient($server, $address))->get("/$name"), "\r"), "\n";
}
?>
--EXPECTF--
%A500 Internal Server Error
%A500 Internal Server Error
%A500 Internal Server Error
%A500 Internal Server Error
%A500 Internal Server Error
