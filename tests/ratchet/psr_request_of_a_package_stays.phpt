--TEST--
A package that declares PSR-7's request keeps the name
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
spl_autoload_register(function ($class) {
    echo "autoload $class\n";
    if ($class === "Psr\Http\Message\RequestInterface") {
        eval("namespace Psr\Http\Message; interface RequestInterface { const OF_A_PACKAGE = true; }");
    }
});
io(stack(new Recorder));
var_dump(Psr\Http\Message\RequestInterface::OF_A_PACKAGE);
?>
--EXPECT--
autoload Psr\Http\Message\RequestInterface
autoload React\EventLoop\LoopInterface
autoload React\EventLoop\TimerInterface
bool(true)
