--TEST--
A malformed address: ListenException says what is expected
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$addresses = [
    '', 'nonsense', '127.0.0.1', '127.0.0.1:', '127.0.0.1:http', '127.0.0.1:65536', '127.0.0.1:-1', ':80',
    '::1:80', '[::1]', '[::1]80', '[]:80', 'unix:', 'unix:/' . str_repeat('x', 107), str_repeat('x', 256) . ':80',
];
foreach ($addresses as $address) {
    try {
        $server->listen($address);
        echo "no error\n";
    } catch (RtComm\ListenException $error) {
        echo strlen($address) < 100 ? $error->getMessage() : strrchr($error->getMessage(), ': '), "\n";
    }
}
--EXPECT--
cannot listen on : expected "host:port", "[IPv6 address]:port" or "unix:/path"
cannot listen on nonsense: expected "host:port", "[IPv6 address]:port" or "unix:/path"
cannot listen on 127.0.0.1: expected "host:port", "[IPv6 address]:port" or "unix:/path"
cannot listen on 127.0.0.1:: the port must be a number from 0 to 65535
cannot listen on 127.0.0.1:http: the port must be a number from 0 to 65535
cannot listen on 127.0.0.1:65536: the port must be a number from 0 to 65535
cannot listen on 127.0.0.1:-1: the port must be a number from 0 to 65535
cannot listen on :80: the host is missing (0.0.0.0 is every IPv4 address of this machine)
cannot listen on ::1:80: an IPv6 address stands in brackets: "[::1]:8080"
cannot listen on [::1]: expected "host:port", "[IPv6 address]:port" or "unix:/path"
cannot listen on [::1]80: expected "host:port", "[IPv6 address]:port" or "unix:/path"
cannot listen on []:80: the host is missing (0.0.0.0 is every IPv4 address of this machine)
cannot listen on unix:: the path of the unix socket is missing
: the path of the unix socket is too long (at most 107 bytes)
: the host name is too long (at most 255 bytes)
