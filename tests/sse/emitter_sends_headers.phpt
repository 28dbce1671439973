--TEST--
The emitter sends its headers and the script's at once, before any event
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new WebServer(<<<'PHP'
    header('Content-Length: 5');
    header('Cache-Control: max-age=60');
    header('Access-Control-Allow-Origin: https://a.example');
    header('Set-Cookie: a=1');
    $sse = new RtComm\Sse\Emitter(headers: [
        'Access-Control-Allow-Origin' => '*',
        'Set-Cookie' => ['b=2', 'c=3'],
        'X-Number' => 5,
    ]);
    while (!file_exists(NOTES . '-go')) {
        usleep(5000);
    }
    $sse->send("to {$sse->lastEventId}");
    PHP, '-d default_charset=iso-8859-1 -d output_buffering=4096');
$connection = $server->request(headers: "Last-Event-ID: 17\r\n");
print_r(response_headers($connection));
touch("{$server->notes}-go");
echo stream_get_contents($connection);
?>
--EXPECT--
Array
(
    [0] => Access-Control-Allow-Origin: *
    [1] => Cache-Control: no-cache, no-transform
    [2] => Content-Type: text/event-stream
    [3] => HTTP/1.1 200 OK
    [4] => Set-Cookie: a=1
    [5] => Set-Cookie: b=2
    [6] => Set-Cookie: c=3
    [7] => X-Accel-Buffering: no
    [8] => X-Number: 5
)
data: to 17

