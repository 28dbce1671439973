--TEST--
What a callback returns is released at once, and its destructor may throw
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Result
{
    public function __construct(private bool $throws)
    {
    }

    public function __destruct()
    {
        echo "released\n";
        $this->throws && throw new LogicException('of the destructor');
    }
}
$server = new RtComm\Server();
$server->handle(
    '/',
    message: fn($conn, $data) => new Result($data === 'throw'),
    error: fn($conn, $error) => print $error->getMessage() . "\n",
);
$client = new WebSocketClient($server, serve($server));
$client->send('x')->send('throw')->sync();
--EXPECT--
released
released
of the destructor
