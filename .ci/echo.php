<?php

/*
 * Runs examples/echo.php with an installed module, greets it as a WebSocket client, and expects
 * its own message back.
 *
 *     php -n .ci/echo.php path/to/rtcomm.so
 */

declare(strict_types=1);

function fail(string $why): never
{
    fwrite(STDERR, "$why\n");
    exit(1);
}

function receive($stream, int $length): string
{
    $bytes = '';
    while (strlen($bytes) < $length) {
        $more = fread($stream, $length - strlen($bytes));
        if ($more === false || $more === '') {
            fail('the server said ' . var_export($bytes, true) . ' and no more');
        }
        $bytes .= $more;
    }
    return $bytes;
}

$server = proc_open(
    [PHP_BINARY, '-n', '-d', "extension=$argv[1]", __DIR__ . '/../examples/echo.php', '127.0.0.1:0'],
    [0 => ['file', '/dev/null', 'r'], 1 => ['pipe', 'w']],
    $pipes,
);
register_shutdown_function(static function () use ($server): void {
    proc_terminate($server);
    proc_close($server);
});

stream_set_timeout($pipes[1], 10);
$line = (string) fgets($pipes[1]);
if (!preg_match('~127\.0\.0\.1:\d+~', $line, $match)) {
    fail("no address in the example's first line: $line");
}

$client = stream_socket_client("tcp://$match[0]", $errno, $error, 10) ?: fail($error);
stream_set_timeout($client, 10);
fwrite($client, "GET / HTTP/1.1\r\nHost: $match[0]\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    . "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
$status = (string) fgets($client);
if (!str_starts_with($status, 'HTTP/1.1 101 ')) {
    fail("no upgrade: $status");
}
while (trim((string) fgets($client)) !== '') {
}

$mask = 'mask';
fwrite($client, "\x81\x85$mask" . ('hello' ^ 'maskm'));
$reply = receive($client, 7);
if ($reply !== "\x81\x05hello") {
    fail('not an echo: ' . bin2hex($reply));
}
echo "examples/echo.php answers at $match[0]\n";
