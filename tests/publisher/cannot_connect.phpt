--TEST--
Where there is no server the exception says why, and nobody else is told
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

set_error_handler(function (int $level, string $text) {
    echo "handled: $text\n";
    return true;
});
$listener = stream_socket_server('tcp://127.0.0.1:0');
$address = stream_socket_get_name($listener, false);
fclose($listener);
foreach (["http://$address/feed", 'unix:/nonexistent/rtcomm.sock:/feed', 'http://a..b/feed'] as $url) {
    try {
        (new RtComm\Publisher($url, timeout: PATIENCE))->publish('news', 'hello');
    } catch (RtComm\PublishException $e) {
        echo $e->getCode(), ' ', strtr($e->getMessage(), [$address => 'SERVER']), ' ',
            var_export($e->getPrevious(), true), "\n";
    }
}
var_dump(error_get_last(), json_last_error());
trigger_error('still there', E_USER_NOTICE);
?>
--EXPECTF--
0 Cannot connect to SERVER: Connection refused NULL
0 Cannot connect to unix:/nonexistent/rtcomm.sock: No such file or directory NULL
0 Cannot connect to a..b:80: %S NULL
NULL
int(0)
handled: still there
