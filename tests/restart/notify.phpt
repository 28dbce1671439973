--TEST--
run() tells systemd that it serves and that it stops, and a successor which process the service is now
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/restart.inc';

$path = scratch('notify');
$socket = stream_socket_server("udg://$path", $code, $text, STREAM_SERVER_BIND);
$told = function () use ($socket): string {
    $read = [$socket];
    $none = [];
    return stream_select($read, $none, $none, 45) ? stream_socket_recvfrom($socket, 1000) : '(nothing)';
};
$before = 'putenv("NOTIFY_SOCKET=" . ' . var_export($path, true) . '); echo getmypid(), "\n";';
$options = ['handover' => scratch('control')];
$first = new Child(serving('first', '127.0.0.1:0', $options, $before));
$first->line();
$address = $first->line();
echo $told(), "\n";
$second = new Child(serving('second', $address, $options, $before));
$pid = $second->line();
echo $told(), "\n", str_replace($pid, 'PID', $told()), "\n", $first->end(), "\n";
$second->signal(15);
echo $told(), "\n", $second->end(), "\n";
/* Nobody there, or no address at all, is no matter. */
foreach (["$path.none", 'x', '', '@rtcomm-none', str_repeat('/x', 100)] as $name) {
    putenv("NOTIFY_SOCKET=$name");
    $server = new RtComm\Server('127.0.0.1:0');
    $server->loop->futureTick(fn() => $server->stop());
    $server->run();
}
echo "done\n";
--EXPECT--
READY=1
READY=1
MAINPID=PID
exit 0
STOPPING=1
exit 0
done
