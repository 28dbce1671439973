--TEST--
connectRate is of each address: others connect, unix sockets always
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

function from(RtComm\Server $server, string $address, string $from): string
{
    $context = stream_context_create(['socket' => ['bindto' => "$from:0"]]);
    $stream = stream_socket_client("tcp://$address", $code, $text, 5, STREAM_CLIENT_CONNECT, $context);
    stream_set_blocking($stream, false);
    fwrite($stream, "GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
    $all = '';
    until($server, function () use ($stream, &$all) {
        $all .= fread($stream, 8192);
        return feof($stream);
    });
    return status($all);
}

$server = new RtComm\Server(null, ['connectRate' => ['rate' => 0.001, 'burst' => 2]]);
$server->http('/', fn() => 'x');
$address = $server->listen('127.0.0.1:0');
for ($i = 0; $i < 3; $i++) {
    foreach (['127.0.0.1', '127.0.0.2'] as $from) {
        echo "$from: ", from($server, $address, $from), "\n";
    }
}
$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
$address = $server->listen("unix:$path");
for ($i = 0; $i < 4; $i++) {
    echo status((new HttpClient($server, $address))->get('/')), "\n";
}
--EXPECT--
127.0.0.1: HTTP/1.1 200 OK
127.0.0.2: HTTP/1.1 200 OK
127.0.0.1: HTTP/1.1 200 OK
127.0.0.2: HTTP/1.1 200 OK
127.0.0.1: HTTP/1.1 429 Too Many Requests
127.0.0.2: HTTP/1.1 429 Too Many Requests
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
