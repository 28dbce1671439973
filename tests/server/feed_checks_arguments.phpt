--TEST--
feed() checks path, callbacks, secret and transports, and takes nothing when one is wrong
--EXTENSIONS--
rtcomm
--FILE--
<?php
$server = new RtComm\Server();
$server->http('/taken', fn() => '');
$nothing = new stdClass();
$calls = [
    ['feed'], ['/taken'], ['/{a}/{a}'],
    ['/', 'no_such_function'], ['/', null, ''], ['/', null, "se\ncret"], ['/', null, "\x7f"],
    ['/', null, ' secret'], ['/', null, 'secret '], ['/', null, 1], ['/', null, true],
    ['/', null, ['no', 'callable']], ['/', null, $nothing],
    ['/', null, null, ['websocket']], ['/', null, null, [RtComm\Overflow::Close]], ['/', null, null, RtComm\Transport::LongPoll],
];
foreach ($calls as $arguments) {
    try {
        $server->feed(...$arguments);
        echo "no error\n";
    } catch (ValueError | TypeError $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
var_dump($server->feed('/') === $server);
$server->feed('/a', publish: 'a secret with ümlauts', transports: RtComm\Transport::cases());
$transport = RtComm\Transport::LongPoll;
$server->feed('/b', fn() => true, fn() => true, [&$transport, RtComm\Transport::LongPoll]);
$server->stop(0);
try {
    $server->feed('/c');
} catch (RtComm\ClosedException $error) {
    echo $error->getMessage(), "\n";
}
--EXPECT--
ValueError: RtComm\Server::feed(): Argument #1 ($path) a path starts with "/"
ValueError: RtComm\Server::feed(): Argument #1 ($path) must be new, "/taken" has a route
ValueError: RtComm\Server::feed(): Argument #1 ($path) each {name} occurs once
TypeError: RtComm\Server::feed(): Argument #2 ($authorize) must be a valid callback or null, function "no_such_function" not found or invalid function name
ValueError: RtComm\Server::feed(): Argument #3 ($publish) must be a secret of at least 1 byte, without control characters and spaces at its ends
ValueError: RtComm\Server::feed(): Argument #3 ($publish) must be a secret of at least 1 byte, without control characters and spaces at its ends
ValueError: RtComm\Server::feed(): Argument #3 ($publish) must be a secret of at least 1 byte, without control characters and spaces at its ends
ValueError: RtComm\Server::feed(): Argument #3 ($publish) must be a secret of at least 1 byte, without control characters and spaces at its ends
ValueError: RtComm\Server::feed(): Argument #3 ($publish) must be a secret of at least 1 byte, without control characters and spaces at its ends
TypeError: RtComm\Server::feed(): Argument #3 ($publish) must be a secret, a valid callback or null
TypeError: RtComm\Server::feed(): Argument #3 ($publish) must be a secret, a valid callback or null
TypeError: RtComm\Server::feed(): Argument #3 ($publish) must be a secret, a valid callback or null, class "no" not found
TypeError: RtComm\Server::feed(): Argument #3 ($publish) must be a secret, a valid callback or null, no array or string given
TypeError: RtComm\Server::feed(): Argument #4 ($transports) must be a list of RtComm\Transport cases
TypeError: RtComm\Server::feed(): Argument #4 ($transports) must be a list of RtComm\Transport cases
TypeError: RtComm\Server::feed(): Argument #4 ($transports) must be of type array, RtComm\Transport given
bool(true)
The server was stopped
