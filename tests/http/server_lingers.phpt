--TEST--
What a client still sends after a refusal does not destroy the answer
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'x', ['POST']);
$client = new HttpClient($server, serve($server));
fwrite($client->stream, "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 9999999\r\n\r\n");
settle($server);
for ($i = 0; $i < 20; $i++) {
    @fwrite($client->stream, str_repeat('x', 65536));
    $server->tick();
}
echo status($client->all()), "\n";
--EXPECT--
HTTP/1.1 413 Content Too Large
