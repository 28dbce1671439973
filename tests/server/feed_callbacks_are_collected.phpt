--TEST--
A server in a cycle with the callbacks of its feeds is collected, and with it what they hold
--EXTENSIONS--
rtcomm
--FILE--
<?php
final class Guard
{
    public function __construct(public ?RtComm\Server $server, private string $name)
    {
    }

    public function __invoke(): bool
    {
        return true;
    }

    public function __destruct()
    {
        echo "$this->name is gone\n";
    }
}

$server = new RtComm\Server();
$server->feed('/a', new Guard($server, 'authorize'), new Guard($server, 'publish'));
$server->feed('/b', publish: str_repeat('secret', 10));
try {
    $server->feed('/a', new Guard(null, 'refused'));
} catch (ValueError) {
}
try {
    $server->feed('/c', new Guard(null, 'refused'), '');
} catch (ValueError) {
}
$error = null;
echo "dropped\n";
$server = null;
gc_collect_cycles();
echo "collected\n";
--EXPECT--
refused is gone
refused is gone
dropped
authorize is gone
publish is gone
collected
