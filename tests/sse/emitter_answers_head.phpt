--TEST--
A HEAD request gets the headers, and the stream is over
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new WebServer(<<<'PHP'
    $sse = new RtComm\Sse\Emitter();
    file_put_contents(NOTES, json_encode([$sse->isOpen(), $sse->send('x')]));
    while (true) {
        $sse->send('x');
    }
    PHP);
$connection = $server->request('HEAD');
print_r(response_headers($connection));
var_dump(stream_get_contents($connection));
echo file_get_contents($server->notes), "\n";
?>
--EXPECT--
Array
(
    [0] => Cache-Control: no-cache, no-transform
    [1] => Content-Type: text/event-stream
    [2] => HTTP/1.1 200 OK
    [3] => X-Accel-Buffering: no
)
string(0) ""
[false,false]
