--TEST--
A handler is a Handler or a Ratchet component
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
foreach ([new stdClass(), fn() => null] as $handler) {
    try {
        $server->handle('/', $handler);
    } catch (TypeError $error) {
        echo $error->getMessage(), "\n";
    }
}
try {
    $server->handle('/', 'strlen');
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
--EXPECT--
RtComm\Server::handle(): Argument #2 ($handler) must be of type RtComm\Handler or Ratchet\ComponentInterface, stdClass given
RtComm\Server::handle(): Argument #2 ($handler) must be of type RtComm\Handler or Ratchet\ComponentInterface, Closure given
RtComm\Server::handle(): Argument #2 ($handler) must be of type ?object, string given
