--TEST--
What happens while the log is told is told later
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => throw new Exception('x'));
$server->onLog(function ($level) use ($server, &$levels) {
    $levels[] = $level;
    if (count($levels) === 1) {
        $server->http('/other', fn() => 'x');
    }
});
$client = new HttpClient($server, serve($server));
$client->get('/');
$client->get('/nowhere');
settle($server);
echo implode(' ', $levels), "\n";
--EXPECT--
error info
