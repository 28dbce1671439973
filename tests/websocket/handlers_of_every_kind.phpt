--TEST--
Callbacks may be closures, functions, methods, static methods and __invoke()
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

function opened($conn): void
{
    echo "function\n";
}
final class Callbacks
{
    public function message($conn, $data): void
    {
        echo "method $data\n";
        $conn->close(4000);
    }

    public static function closed(): void
    {
        echo "static method\n";
    }

    public function __invoke($request): string
    {
        return 'invoked';
    }

    public function __call($name, $arguments): string
    {
        return "__call $name";
    }

    public static function __callStatic($name, $arguments): string
    {
        return "__callStatic $name";
    }
}
$server = new RtComm\Server();
$server->handle('/', open: 'opened', message: [new Callbacks(), 'message'], close: 'Callbacks::closed');
$server->http('/invoke', new Callbacks());
$server->http('/call', [new Callbacks(), 'magic']);
$server->http('/callStatic', ['Callbacks', 'magic']);
$address = serve($server);
$client = new WebSocketClient($server, $address);
$client->send('hello')->sendClose()->all();
$client = new HttpClient($server, $address);
foreach (['/invoke', '/call', '/callStatic', '/call'] as $path) {
    echo body($client->get($path)), "\n";
}
--EXPECT--
function
method hello
static method
invoked
__call magic
__callStatic magic
__call magic
