--TEST--
channels() wants a glob, a history and a ttl within bounds, and a case of Overflow
--EXTENSIONS--
rtcomm
--FILE--
<?php
$server = new RtComm\Server();
$calls = [
    [''], ["a\nb"], ["\xff"], [str_repeat('a', 256)],
    ['*', -1], ['*', 1000001], ['*', PHP_INT_MAX],
    ['*', 1, -0.001], ['*', 1, NAN], ['*', 1, INF], ['*', 1, 2592000.1],
    ['*', 1, 0, 'Close'], ['*', 1, 0, null], ['*', 'many'],
];
foreach ($calls as $arguments) {
    try {
        $server->channels(...$arguments);
        echo "no error\n";
    } catch (ValueError | TypeError $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
var_dump($server->channels('*') === $server);
$server->channels(str_repeat('*', 255), 1000000, 2592000, RtComm\Overflow::DropOldest);
$server->channels('?', ttl: 1e-9);
$server->stop(0);
try {
    $server->channels('*');
} catch (RtComm\ClosedException $error) {
    echo $error->getMessage(), "\n";
}
--EXPECT--
ValueError: RtComm\Server::channels(): Argument #1 ($glob) must be 1 to 255 bytes of UTF-8 without control characters
ValueError: RtComm\Server::channels(): Argument #1 ($glob) must be 1 to 255 bytes of UTF-8 without control characters
ValueError: RtComm\Server::channels(): Argument #1 ($glob) must be 1 to 255 bytes of UTF-8 without control characters
ValueError: RtComm\Server::channels(): Argument #1 ($glob) must be 1 to 255 bytes of UTF-8 without control characters
ValueError: RtComm\Server::channels(): Argument #2 ($history) must be between 0 and 1000000
ValueError: RtComm\Server::channels(): Argument #2 ($history) must be between 0 and 1000000
ValueError: RtComm\Server::channels(): Argument #2 ($history) must be between 0 and 1000000
ValueError: RtComm\Server::channels(): Argument #3 ($ttl) must be between 0 and 2592000 seconds
ValueError: RtComm\Server::channels(): Argument #3 ($ttl) must be between 0 and 2592000 seconds
ValueError: RtComm\Server::channels(): Argument #3 ($ttl) must be between 0 and 2592000 seconds
ValueError: RtComm\Server::channels(): Argument #3 ($ttl) must be between 0 and 2592000 seconds
TypeError: RtComm\Server::channels(): Argument #4 ($overflow) must be of type RtComm\Overflow, string given
TypeError: RtComm\Server::channels(): Argument #4 ($overflow) must be of type RtComm\Overflow, null given
TypeError: RtComm\Server::channels(): Argument #2 ($history) must be of type int, string given
bool(true)
The server was stopped
