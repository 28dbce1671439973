--TEST--
A name is 1 to 255 bytes of UTF-8 without control characters
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
foreach (['', str_repeat('x', 256), "a\nb", "a\x7fb", "\xc2\x85", "\xff", "a\0b"] as $name) {
    try {
        $server->channel($name);
        echo "no error\n";
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
foreach (['x', str_repeat('x', 255), 'news/é €', '0', ' ', 'a,b', '*'] as $name) {
    var_dump($server->channel($name)->name === $name);
}
--EXPECT--
RtComm\Server::channel(): Argument #1 ($name) must be 1 to 255 bytes of UTF-8 without control characters
RtComm\Server::channel(): Argument #1 ($name) must be 1 to 255 bytes of UTF-8 without control characters
RtComm\Server::channel(): Argument #1 ($name) must be 1 to 255 bytes of UTF-8 without control characters
RtComm\Server::channel(): Argument #1 ($name) must be 1 to 255 bytes of UTF-8 without control characters
RtComm\Server::channel(): Argument #1 ($name) must be 1 to 255 bytes of UTF-8 without control characters
RtComm\Server::channel(): Argument #1 ($name) must be 1 to 255 bytes of UTF-8 without control characters
RtComm\Server::channel(): Argument #1 ($name) must be 1 to 255 bytes of UTF-8 without control characters
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
