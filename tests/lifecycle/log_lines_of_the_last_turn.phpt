--TEST--
What was logged in the turn in which the script ends is not lost
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    $server = new RtComm\Server();
    $server->http("/throw", fn() => throw new LogicException("logged"));
    $server->http("/exit", fn() => exit(0));
    $client = new HttpClient($server, serve($server));
    $client->write("GET /throw HTTP/1.1\r\nHost: a\r\n\r\nGET /exit HTTP/1.1\r\nHost: a\r\n\r\n");
    settle($server);
');
echo $child->end(), "\n", strstr($child->errors, ' in ', true), "\n";
--EXPECT--
exit 0
rtcomm: error: An HTTP handler threw LogicException: logged
