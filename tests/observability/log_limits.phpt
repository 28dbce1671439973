--TEST--
Of lines of one kind ten come at once; how many were left out is told with the next one
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$told = [];
$server->onLog(function ($level, $message, $context) use (&$told) {
    $told[] = $context + ['message' => $message];
});
$address = serve($server);
$refused = function (int $count) use ($server, $address) {
    while ($count-- > 0) {
        (new HttpClient($server, $address))->get('/nowhere');
    }
};
$refused(30);
(new HttpClient($server, $address))->write("x\r\n")->all();
settle($server);
var_dump(count($told) >= 11, end($told)['event'], end($told)['status']);
while (!isset(end($told)['suppressed']) || end($told)['status'] !== 404) {
    usleep(200000);
    $refused(1);
    settle($server, 2);
}
$last = end($told);
var_dump($last['message'] === "there is nothing at this path; $last[suppressed] more like it were left out");
$lines = array_filter($told, fn($line) => $line['status'] === 404);
var_dump(count($lines) + array_sum(array_column($lines, 'suppressed')) === $server->stats()['refusedByStatus'][404]);
var_dump(array_sum(array_column($lines, 'suppressed')) === $server->stats()['logSuppressed']);
--EXPECT--
bool(true)
string(7) "refused"
int(400)
bool(true)
bool(true)
bool(true)
