--TEST--
Each answer carries the date in the form of RFC 9110
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'x');
$client = new HttpClient($server, serve($server));
$before = time();
$response = $client->get('/');
$start = strpos($response, "\r\nDate: ") + 8;
$date = substr($response, $start, strpos($response, "\r\n", $start) - $start);
$time = DateTime::createFromFormat('!D, d M Y H:i:s \G\M\T', $date, new DateTimeZone('UTC'));
var_dump($time->format('D, d M Y H:i:s \G\M\T') === $date);
var_dump($time->getTimestamp() >= $before && $time->getTimestamp() <= time());
--EXPECT--
bool(true)
bool(true)
