--TEST--
A child that is forked in a timer and goes on to the end of the script leaves the parent alone
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
$server->handle('/', message: fn($conn, $data) => $conn->send($data));
$client = new WebSocketClient($server, serve($server));
$client->send('before');
echo $client->text(), "\n";
$server->loop->addTimer(0.001, function () use (&$pid) {
    $pid = pcntl_fork();
});
while ($pid === null) {
    $server->tick(0.01);
}
if ($pid > 0) {
    pcntl_waitpid($pid, $status);
    $client->send('after');
    echo $client->text(), "\n";
}
--EXPECT--
before
after
