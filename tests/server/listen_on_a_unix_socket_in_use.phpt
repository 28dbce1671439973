--TEST--
A socket file that somebody listens on is left alone
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
$first = new RtComm\Server("unix:$path");
$first->http('/', fn() => 'first');
try {
    new RtComm\Server("unix:$path");
} catch (RtComm\ListenException $error) {
    echo str_replace($path, 'PATH', $error->getMessage()), "\n";
}
echo body((new HttpClient($first, "unix:$path"))->get('/')), "\n";
--EXPECT--
cannot listen on unix:PATH: Address already in use
first
