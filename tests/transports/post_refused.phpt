--TEST--
Messages up that are refused: no session, another path's, malformed, no UTF-8, too large, of other types
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server(null, ['maxBodySize' => 10]);
$server->handle('/', message: fn($conn, $data) => print "never: $data\n");
$server->handle('/other', message: fn($conn, $data) => print "never: $data\n");
$address = serve($server);
$client = new StreamClient($server, $address);
$client->text();
$unknown = str_repeat('A', 22);
echo brief(post($server, $address, '/', 'x'));
echo brief(post($server, $address, '/?session', 'x'));
echo brief(post($server, $address, '/?session=', 'x'));
echo brief(post($server, $address, "/?session=$unknown", 'x'));
echo brief(post($server, $address, "/?session={$client->token}A", 'x'));
echo brief(post($server, $address, '/?session=' . substr($client->token, 1), 'x'));
echo brief(post($server, $address, "/?cursor=$client->token", 'x'));
echo brief(post($server, $address, "/other?session=$client->token", 'x'));
echo brief(post($server, $address, "/nowhere?session=$client->token", 'x'));
echo brief(post($server, $address, "/?session=$client->token", "\xff"));
echo brief(post($server, $address, "/?session=$client->token", "\xed\xa0\x80", null));
echo brief(post($server, $address, "/?session=$client->token", '12345678901'));
foreach (['text/html', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text', 'text/plainer'] as $type) {
    echo brief(post($server, $address, "/?session=$client->token", 'x', $type));
}
$put = new HttpClient($server, $address);
echo brief($put->request('PUT', "/?session=$client->token"));
echo $client->received, $client->ended ? 'ended' : 'still there', "\n";
--EXPECT--
400 the query names no session
400 that is no session
400 that is no session
410 there is no such session any more
400 that is no session
400 that is no session
400 that is no cursor
410 there is no such session any more
404 there is nothing at this path
400 the message is not UTF-8
400 the message is not UTF-8
413 the body is larger than maxBodySize
415 a message is text/plain or application/octet-stream
415 a message is text/plain or application/octet-stream
415 a message is text/plain or application/octet-stream
415 a message is text/plain or application/octet-stream
415 a message is text/plain or application/octet-stream
405 that method is not allowed here
still there
