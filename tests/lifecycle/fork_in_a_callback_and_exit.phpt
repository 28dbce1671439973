--TEST--
A child that is forked in a callback and exits leaves the parent's clients alone
--EXTENSIONS--
rtcomm
pcntl
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
$server = new RtComm\Server("unix:$path");
$server->handle('/', message: function ($conn, $data) {
    $pid = pcntl_fork();
    if ($pid === 0) {
        $conn->send('from the child');
        exit(0);
    }
    pcntl_waitpid($pid, $status);
    $conn->send("$data: child ended with " . pcntl_wexitstatus($status));
});
$client = new WebSocketClient($server, "unix:$path");
foreach (['one', 'two'] as $text) {
    $client->send($text);
    echo $client->text(), "\n";
}
$other = new WebSocketClient($server, "unix:$path");
$other->send('three');
echo $other->text(), "\n";
var_dump(filetype($path));
--EXPECT--
one: child ended with 0
two: child ended with 0
three: child ended with 0
string(6) "socket"
