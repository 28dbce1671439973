--TEST--
A callback may make, use and drop another server on the same loop
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', function () use (&$made) {
    $made = new RtComm\Server();
    $made->http('/', fn() => 'made');
    return serve($made);
});
$server->http('/drop', function () use (&$made) {
    $made = null;
    return 'dropped';
});
$client = new HttpClient($server, serve($server));
$address = body($client->get('/'));
$other = new HttpClient($server, $address);
echo body($other->get('/')), "\n", body($client->get('/drop')), "\n";
var_dump($other->all(), @stream_socket_client(url($address)));
--EXPECT--
made
dropped
string(0) ""
bool(false)
