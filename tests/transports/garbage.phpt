--TEST--
Malformed cursors get 400, those of nobody get 410; none of them is heard of in PHP
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn() => print "opened\n", close: fn() => print "closed\n");
$address = serve($server);
$client = new StreamClient($server, $address);
$client->text();
$token = $client->token;
$nobody = str_repeat('A', 22);
$cursors = [
    '.', '0', 'x', $token, "$token.", ".$token.0", "$token.-1", "$token.+1", "$token.1.0", "$token.01", "$token.0x", "$token.0,$token.0",
    "$token.18446744073709551616", "$token.99999999999999999999999", substr($token, 1) . '.0', "A$token.0", "$token:0",
    "$token%2E0", '!' . substr($token, 1) . '.0', 'AAAAAAAAAAA:1', "$token.1", "$token.18446744073709551615", "$nobody.0", "$nobody.5",
];
foreach ($cursors as $cursor) {
    $shown = str_replace([$token, substr($token, 1)], ['TOKEN', 'OKEN'], $cursor);
    $header = new HttpClient($server, $address);
    $query = new HttpClient($server, $address);
    $one = $header->get('/', ['Accept' => 'text/event-stream', 'Last-Event-ID' => $cursor]);
    $two = $query->get("/?cursor=$cursor&wait=0");
    echo str_pad($shown, 32), ' ', substr($one, 9, 3), ' ', brief($two);
}
echo 'none at all: ', brief((new HttpClient($server, $address))->get('/?cursor='));
var_dump($client->received, $client->ended);
--EXPECT--
opened
.                                400 400 that is no cursor
0                                400 400 that is no cursor
x                                400 400 that is no cursor
TOKEN                            400 400 that is no cursor
TOKEN.                           400 400 that is no cursor
.TOKEN.0                         400 400 that is no cursor
TOKEN.-1                         400 400 that is no cursor
TOKEN.+1                         400 400 that is no cursor
TOKEN.1.0                        400 400 that is no cursor
TOKEN.01                         400 400 that is no cursor
TOKEN.0x                         400 400 that is no cursor
TOKEN.0,TOKEN.0                  400 400 that is no cursor
TOKEN.18446744073709551616       400 400 that is no cursor
TOKEN.99999999999999999999999    400 400 that is no cursor
OKEN.0                           400 400 that is no cursor
ATOKEN.0                         400 400 that is no cursor
TOKEN:0                          400 400 that is no cursor
TOKEN%2E0                        400 400 that is no cursor
!OKEN.0                          400 400 that is no cursor
AAAAAAAAAAA:1                    400 400 that is no cursor
TOKEN.1                          410 410 the session has not come that far
TOKEN.18446744073709551615       410 410 the session has not come that far
AAAAAAAAAAAAAAAAAAAAAA.0         410 410 there is no such session any more
AAAAAAAAAAAAAAAAAAAAAA.5         410 410 there is no such session any more
none at all: 400 that is no cursor
string(0) ""
bool(false)
