--TEST--
listen() takes sockets that the process was started with: by number, as systemd passes them, and by their names
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/restart.inc';

foreach (range(0, 3) as $i) {
    $sockets[] = stream_socket_server('tcp://127.0.0.1:0');
    $addresses[] = stream_socket_get_name($sockets[$i], false);
}
$path = scratch('socket');
$sockets[] = stream_socket_server("unix://$path");
$addresses[] = "unix:$path";
$child = new Child('
    putenv("LISTEN_PID=" . getmypid());
    putenv("LISTEN_FDS=5");
    putenv("LISTEN_FDNAMES=web:admin:web:other:local");
    $server = new RtComm\Server();
    $server->http("/who", fn() => "the child");
    foreach (["systemd:admin", "systemd", "systemd:web", "fd:6", "systemd:local"] as $address) {
        echo $server->listen($address), "\n";
    }
    foreach (["systemd:web", "systemd:none", "fd:3", "systemd"] as $address) {
        try {
            echo $server->listen($address), "\n";
        } catch (RtComm\ListenException $error) {
            echo $error->getMessage(), "\n";
        }
    }
    $server->run();
    echo "over\n";
', '', array_combine(range(3, 7), $sockets));
foreach ([1, 0, 2, 3, 4] as $i) {
    echo $child->line() === $addresses[$i] ? "$i\n" : "not $i\n";
}
for ($i = 0; $i < 4; $i++) {
    echo $child->line(), "\n";
}
foreach ($addresses as $address) {
    echo who($address), "\n";
}
$child->signal(15);
echo $child->line(), "\n", $child->end(), "\n";
/* The socket is this process's, and so is its file. */
var_dump(file_exists($path), (bool) stream_socket_client("unix://$path"));
--EXPECT--
1
0
2
3
4
cannot listen on systemd:web: the sockets of that name that systemd passed are taken
cannot listen on systemd:none: LISTEN_FDNAMES has no such name (FileDescriptorName= of the socket unit)
cannot listen on fd:3: that descriptor is in use already, or was not inherited
cannot listen on systemd: that descriptor is in use already, or was not inherited
the child
the child
the child
the child
the child
over
exit 0
bool(true)
bool(true)
