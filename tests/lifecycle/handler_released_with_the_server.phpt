--TEST--
A server that goes releases its handlers, and their destructors find it gone
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Last
{
    public function __construct(public RtComm\Channel $channel)
    {
    }

    public function __invoke(): void
    {
    }

    public function __destruct()
    {
        try {
            $this->channel->publish('x');
        } catch (RtComm\ClosedException $error) {
            echo $error->getMessage(), "\n";
        }
    }
}
$server = new RtComm\Server();
$channel = $server->channel('c');
$server->handle('/', open: new Last($channel), accept: new Last($channel));
$server->http('/page', new Last($channel));
$server->onLog(new Last($channel));
unset($server);
echo "over\n";
--EXPECT--
The channel's server is gone
The channel's server is gone
The channel's server is gone
The channel's server is gone
over
