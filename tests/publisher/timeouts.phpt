--TEST--
The timeout bounds connecting, sending and the answer together
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

function timed(string $what, RtComm\Publisher $publisher, string $data = 'hello'): void
{
    $start = microtime(true);
    $result = attempt($publisher, data: $data);
    $seconds = microtime(true) - $start;
    echo "$what: ", strtr($result, ["unix:{$GLOBALS['path']}" => 'SOCKET']), ' (', match (true) {
        $seconds < 0.99 => "too early: $seconds s",
        $seconds > 20 => "too late: $seconds s",
        default => 'in time',
    }, ")\n";
}

/* Nobody accepts: the system takes connections until the backlog is full. */
$path = sys_get_temp_dir() . '/rtcomm-publisher-' . getmypid() . '.sock';
$options = stream_context_create(['socket' => ['backlog' => 1]]);
$listener = stream_socket_server("unix://$path", $code, $text, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $options);
timed('no answer', new RtComm\Publisher("unix:$path:/feed", timeout: 1.0));
timed('nobody reads', new RtComm\Publisher("unix:$path:/feed", timeout: 1.0), str_repeat('x', 1 << 24));
while ($filling[] = @stream_socket_client("unix://$path", $code, $text, 0.1)) {
}
timed('a full backlog', new RtComm\Publisher("unix:$path:/feed", timeout: 1.0));
unlink($path);

$server = new ScriptedServer(<<<'PHP'
    $a = accept();
    request($a);
    fwrite($a, "HTTP/1.1 200 OK\r\nX: ");
    while (@fwrite($a, 'x')) {
        usleep(10000);
    }
    $b = accept();
    request($b);
    fwrite($b, answer());
    PHP);
timed('byte by byte', new RtComm\Publisher("http://$server->address/feed", timeout: 1.0));
echo attempt(new RtComm\Publisher("http://$server->address/feed", timeout: PATIENCE)), "\n";
?>
--EXPECT--
no answer: 0 Timed out after 1 s, waiting for the answer of SOCKET; the publication may have been accepted (in time)
nobody reads: 0 Timed out after 1 s, sending to SOCKET (in time)
a full backlog: 0 Timed out after 1 s, connecting to SOCKET (in time)
byte by byte: 0 Timed out after 1 s, waiting for the answer of SERVER; the publication may have been accepted (in time)
AAAAAAAAAAA:1
