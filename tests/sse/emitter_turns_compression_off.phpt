--TEST--
The emitter turns zlib.output_compression and output handlers off
--EXTENSIONS--
rtcomm
zlib
--FILE--
<?php
require __DIR__ . '/server.inc';

foreach (['-d zlib.output_compression=1', '-d output_handler=ob_gzhandler'] as $option) {
    $server = new WebServer(<<<'PHP'
        $sse = new RtComm\Sse\Emitter();
        $sse->send('plain');
        $sse->send(ini_get('zlib.output_compression'));
        PHP, $option);
    $connection = $server->request(headers: "Accept-Encoding: gzip\r\n");
    print_r(preg_grep('~^(Content-|Vary)~', response_headers($connection)));
    echo stream_get_contents($connection);
    unset($server);
}
?>
--EXPECT--
Array
(
    [1] => Content-Type: text/event-stream
)
data: plain

data: 0

Array
(
    [1] => Content-Type: text/event-stream
)
data: plain

data: 0

