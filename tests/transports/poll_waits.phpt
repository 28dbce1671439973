--TEST--
A poll waits until there is something, or until `wait` is over; wait=0 does not wait
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$opened) {
    $opened = $conn;
});
$address = serve($server);
$client = new PollClient($server, $address);
echo 'wait=0: ', $client->poll(0);
$client->ask();
settle($server);
$client->pump();
var_dump($client->received);
$opened->send('one');
$opened->send('two');
echo $client->answer();
$start = microtime(true);
echo 'wait=1: ', $client->poll(1);
var_dump(microtime(true) - $start > 0.9);
$opened->send('three');
echo 'wait=0: ', $client->poll(0);
foreach (['-1', '1.5', '', 'x', '1e1', '+1'] as $wait) {
    echo "wait=$wait: ", brief((new HttpClient($server, $address))->get("/?cursor=$client->cursor&wait=$wait"));
}
$client->write("GET /?cursor=$client->cursor&wait=99999999999999999999 HTTP/1.1\r\nHost: test\r\n\r\n");
settle($server);
$opened->send('four');
echo 'more than 60: ', $client->answer();
--EXPECT--
wait=0: {"cursor":"TOKEN.0","messages":[]}
string(0) ""
{"cursor":"TOKEN.2","messages":[{"id":"TOKEN.1","data":"one"},{"id":"TOKEN.2","data":"two"}]}
wait=1: {"cursor":"TOKEN.2","messages":[]}
bool(true)
wait=0: {"cursor":"TOKEN.3","messages":[{"id":"TOKEN.3","data":"three"}]}
wait=-1: 400 'wait' is a whole number of seconds
wait=1.5: 400 'wait' is a whole number of seconds
wait=: 400 'wait' is a whole number of seconds
wait=x: 400 'wait' is a whole number of seconds
wait=1e1: 400 'wait' is a whole number of seconds
wait=+1: 400 'wait' is a whole number of seconds
more than 60: {"cursor":"TOKEN.4","messages":[{"id":"TOKEN.4","data":"four"}]}
