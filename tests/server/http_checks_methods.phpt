--TEST--
methods is a list of at least one token
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
foreach ([[], [''], ['GET POST'], [1], ['get'], ["GET\r\n"]] as $methods) {
    try {
        $server->http('/', fn() => 'x', $methods);
        echo "no error\n";
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
--EXPECT--
RtComm\Server::http(): Argument #3 ($methods) must not be empty
RtComm\Server::http(): Argument #3 ($methods) must be a list of HTTP methods, in upper case
RtComm\Server::http(): Argument #3 ($methods) must be a list of HTTP methods, in upper case
RtComm\Server::http(): Argument #3 ($methods) must be a list of HTTP methods, in upper case
RtComm\Server::http(): Argument #3 ($methods) must be a list of HTTP methods, in upper case
RtComm\Server::http(): Argument #3 ($methods) must be a list of HTTP methods, in upper case
