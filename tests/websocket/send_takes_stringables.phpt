--TEST--
send() takes objects with __toString(); one that throws sends nothing
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Greeting
{
    public function __construct(private bool $throws)
    {
    }

    public function __toString(): string
    {
        return $this->throws ? throw new LogicException('no words') : 'hello';
    }
}
$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    $conn->send(new Greeting(false));
    try {
        $conn->send(new Greeting(true));
    } catch (LogicException $error) {
        $conn->send($error->getMessage());
    }
});
$client = new WebSocketClient($server, serve($server));
echo $client->text(), "\n", $client->text(), "\n";
--EXPECT--
hello
no words
