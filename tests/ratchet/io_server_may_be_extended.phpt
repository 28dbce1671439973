--TEST--
IoServer may be extended
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class MyServer extends Ratchet\Server\IoServer
{
    public function __construct($app, $socket, $loop = null)
    {
        echo "constructed\n";
        parent::__construct($app, $socket, $loop);
    }
}
$server = MyServer::factory(stack(new Recorder), free_port(), "127.0.0.1");
var_dump(get_class($server));
class Unfinished extends Ratchet\Server\IoServer
{
    public function __construct() {}
}
try {
    (new Unfinished)->run();
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
constructed
string(8) "MyServer"
The server was never constructed
