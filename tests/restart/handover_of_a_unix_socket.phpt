--TEST--
The file of a unix socket stays through hand-overs, also when a successor fails, and goes with the last server
--EXTENSIONS--
rtcomm
posix
--FILE--
<?php
require __DIR__ . '/restart.inc';

$control = scratch('control');
$path = scratch('socket');
$first = new Child(serving('first', "unix:$path", ['handover' => $control]));
echo $first->line() === "unix:$path" ? "first listens\n" : "elsewhere\n";
$inode = fileinode($path);
foreach (['exit();', 'posix_kill(getmypid(), 9);', 'throw new Exception();'] as $end) {
    $failed = new Child('
        $server = new RtComm\Server(null, ["handover" => ' . var_export($control, true) . ']);
        $server->listen(' . var_export("unix:$path", true) . ');
        echo "listens\n";
        ' . $end);
    echo 'another one ', $failed->line(), ', ends with ', $failed->end(), ', ', who("unix:$path"), " serves\n";
}
$second = new Child(serving('second', "unix:$path", ['handover' => $control]));
$second->line();
echo $first->line(), ' ', $first->end(), "\n";
clearstatcache();
echo who("unix:$path"), fileinode($path) === $inode ? ' on the same socket' : ' on another one', "\n";
$second->signal(15);
echo $second->line(), ' ', $second->end(), "\n";
clearstatcache();
var_dump(file_exists($path), file_exists($control));
--EXPECT--
first listens
another one listens, ends with exit 0, first serves
another one listens, ends with signal 9, first serves
another one listens, ends with exit 255, first serves
over exit 0
second on the same socket
over exit 0
bool(false)
bool(false)
