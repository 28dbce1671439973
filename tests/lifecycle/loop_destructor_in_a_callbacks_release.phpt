--TEST--
A destructor that runs when the loop releases a callback may use the loop, and may throw
--EXTENSIONS--
rtcomm
--FILE--
<?php
class Guest {
    public function __construct(private RtComm\Loop $loop, private bool $throw) {}
    public function __invoke() { echo "called\n"; }
    public function __destruct() {
        $this->loop->futureTick(fn() => print("tick of a destructor\n"));
        if ($this->throw) {
            throw new Exception("from a destructor");
        }
    }
}
$loop = new RtComm\Loop;
$loop->futureTick(new Guest($loop, false));
$loop->run();
$loop->addTimer(0.001, new Guest($loop, true));
for ($i = 0; $i < 2; $i++) {
    try {
        $loop->run();
        echo "returned\n";
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$loop->addReadStream($a, new Guest($loop, true));
fclose($a);
for ($i = 0; $i < 2; $i++) {
    try {
        $loop->run();
        echo "returned\n";
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
called
tick of a destructor
called
from a destructor
tick of a destructor
returned
from a destructor
tick of a destructor
returned
