--TEST--
In a child that returns from the callback run() returns, and nothing is sent twice
--EXTENSIONS--
rtcomm
pcntl
--SKIPIF--
<?php
if (getenv('RTCOMM_TEST_LISTEN') === 'tls') {
    die('skip The client is in the process that forks, and its side of TLS cannot be in two');
}
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: function ($conn, $data) use (&$pid) {
    $conn->send('before');
    $pid = pcntl_fork();
    $conn->send($pid === 0 ? 'from the child' : 'from the parent');
});
$client = new WebSocketClient($server, serve($server));
fwrite($client->stream, WebSocketClient::frame(0x81, 'hello') . WebSocketClient::frame(0x89, 'ping'));
$parent = getmypid();
until($server, function () use (&$pid) {
    return $pid !== null;
});
if (getmypid() !== $parent) {
    exit(0);
}
pcntl_waitpid($pid, $status);
echo pcntl_wexitstatus($status), "\n";
for ($i = 0; $i < 3; $i++) {
    echo $client->text(), "\n";
}
$client->sendClose();
echo $client->text(), ' ', $client->text(), "\n";
--EXPECT--
0
before
from the parent
(pong ping)
(close 1000) (end)
