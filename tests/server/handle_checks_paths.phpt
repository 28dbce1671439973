--TEST--
A path is absolute, whole, and used once
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/taken', fn() => 'x');
$server->handle('/chat/{room}', open: fn() => null);
$paths = [
    '', 'chat', '/a b', "/a\n", '/a?b', '/a#b', '/{', '/{}', '/a{b}', '/{a}b', '/{a-b}', '/{1}', '/{a}/{a}', '/*/a',
    str_repeat('/{a}', 1) . implode('', array_map(fn($i) => "/{a$i}", range(1, 16))), '/taken', '/chat/{room}',
];
foreach ($paths as $path) {
    foreach (['handle' => ['open' => fn() => null], 'http' => ['handler' => fn() => 'x']] as $method => $arguments) {
        try {
            $server->$method($path, ...$arguments);
            echo "no error\n";
        } catch (ValueError $error) {
            echo $method === 'handle' ? $error->getMessage() . "\n" : '';
        }
    }
}
--EXPECT--
RtComm\Server::handle(): Argument #1 ($path) a path starts with "/"
RtComm\Server::handle(): Argument #1 ($path) a path starts with "/"
RtComm\Server::handle(): Argument #1 ($path) a path has no spaces and no control characters
RtComm\Server::handle(): Argument #1 ($path) a path has no spaces and no control characters
RtComm\Server::handle(): Argument #1 ($path) a path has no query and no fragment
RtComm\Server::handle(): Argument #1 ($path) a path has no query and no fragment
RtComm\Server::handle(): Argument #1 ($path) a {name} is a whole segment, of letters, digits and underscores
RtComm\Server::handle(): Argument #1 ($path) a {name} is a whole segment, of letters, digits and underscores
RtComm\Server::handle(): Argument #1 ($path) a {name} is a whole segment, of letters, digits and underscores
RtComm\Server::handle(): Argument #1 ($path) a {name} is a whole segment, of letters, digits and underscores
RtComm\Server::handle(): Argument #1 ($path) a {name} is a whole segment, of letters, digits and underscores
RtComm\Server::handle(): Argument #1 ($path) a {name} is a whole segment, of letters, digits and underscores
RtComm\Server::handle(): Argument #1 ($path) each {name} occurs once
RtComm\Server::handle(): Argument #1 ($path) "*" stands for the rest of a path, so it is the last segment
RtComm\Server::handle(): Argument #1 ($path) a path has at most 16 {names}
RtComm\Server::handle(): Argument #1 ($path) must be new, "/taken" has a route
RtComm\Server::handle(): Argument #1 ($path) must be new, "/chat/{room}" has a route
