--TEST--
A handler or closures, not both and not none
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

abstract class Base implements RtComm\Handler
{
    public function onOpen(RtComm\Connection $conn): void
    {
    }

    public function onMessage(RtComm\Connection $conn, string $data, bool $binary): void
    {
    }

    public function onClose(RtComm\Connection $conn, RtComm\CloseInfo $info): void
    {
    }

    public function onError(RtComm\Connection $conn, Throwable $error): void
    {
    }
}
$handler = new class extends Base {
};
$server = new RtComm\Server();
$attempts = [
    fn() => $server->handle('/', $handler, open: fn() => null),
    fn() => $server->handle('/', $handler, error: fn() => null),
    fn() => $server->handle('/'),
    fn() => $server->handle('/', accept: fn() => true),
    fn() => $server->handle('/', open: 'no_such_function'),
];
foreach ($attempts as $attempt) {
    try {
        $attempt();
        echo "no error\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
var_dump($server->handle('/', $handler, accept: fn() => true) === $server);
--EXPECT--
ValueError: RtComm\Server::handle(): Give either $handler or the closures, not both
ValueError: RtComm\Server::handle(): Give either $handler or the closures, not both
ValueError: RtComm\Server::handle(): Give a $handler, or at least one closure
ValueError: RtComm\Server::handle(): Give a $handler, or at least one closure
TypeError: RtComm\Server::handle(): Argument #3 ($open) must be a valid callback or null, function "no_such_function" not found or invalid function name
bool(true)
