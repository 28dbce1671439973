--TEST--
What is no listening stream socket is refused, and so is what systemd did not pass to this process
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip looks for descriptors in /proc'); ?>
--FILE--
<?php
require __DIR__ . '/restart.inc';

function refused(string $address): void
{
    try {
        echo (new RtComm\Server())->listen($address), "\n";
    } catch (RtComm\ListenException $error) {
        echo substr($error->getMessage(), strlen('cannot listen on ')), "\n";
    }
}

$file = tmpfile();
$datagrams = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
[$pair] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
foreach ([$file, $datagrams, $pair] as $stream) {
    $fd = descriptor($stream);
    ob_start();
    refused("fd:$fd");
    echo str_replace("fd:$fd", 'fd:N', ob_get_clean());
}
array_map('refused', ['fd:', 'fd:-1', 'fd:1x', 'fd: 3', 'fd:99999999999', 'fd:1000000']);
array_map('refused', ['systemd', 'systemd:', 'systemd:x', 'systemdx']);
putenv('LISTEN_FDS=1');
putenv('LISTEN_PID=1');
refused('systemd');
putenv('LISTEN_PID=x');
refused('systemd');
putenv('LISTEN_PID=' . getmypid());
foreach (['0', '-1', '1025', '', '1 '] as $count) {
    putenv("LISTEN_FDS=$count");
    refused('systemd');
}
--EXPECT--
fd:N: that descriptor is no socket
fd:N: that socket is no stream socket
fd:N: that socket does not listen
fd:: expected "fd:" and the number of a descriptor
fd:-1: expected "fd:" and the number of a descriptor
fd:1x: expected "fd:" and the number of a descriptor
fd: 3: expected "fd:" and the number of a descriptor
fd:99999999999: expected "fd:" and the number of a descriptor
fd:1000000: this process was started without that descriptor
systemd: LISTEN_PID and LISTEN_FDS are not set: systemd passed no sockets
systemd:: LISTEN_PID and LISTEN_FDS are not set: systemd passed no sockets
systemd:x: LISTEN_PID and LISTEN_FDS are not set: systemd passed no sockets
systemdx: expected "host:port", "[IPv6 address]:port" or "unix:/path"
systemd: LISTEN_PID is another process: the sockets were not passed to this one
systemd: LISTEN_PID is another process: the sockets were not passed to this one
systemd: LISTEN_FDS is not a number of sockets from 1 to 1024
systemd: LISTEN_FDS is not a number of sockets from 1 to 1024
systemd: LISTEN_FDS is not a number of sockets from 1 to 1024
systemd: LISTEN_FDS is not a number of sockets from 1 to 1024
systemd: LISTEN_FDS is not a number of sockets from 1 to 1024
