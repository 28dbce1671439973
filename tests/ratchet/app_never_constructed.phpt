--TEST--
An App whose constructor never ran says so
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
class Unfinished extends Ratchet\App
{
    public function __construct() {}
}
$app = new Unfinished;
foreach ([fn() => $app->run(), fn() => $app->route("/", new Ratchet\Server\EchoServer)] as $attempt) {
    try {
        $attempt();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
The App was never constructed
The App was never constructed
