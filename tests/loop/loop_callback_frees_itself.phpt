--TEST--
A callback may drop the last reference to its own object
--EXTENSIONS--
rtcomm
--FILE--
<?php
class Own {
    private $timer;
    public function __construct(private RtComm\Loop $loop) {
        $this->timer = $loop->addPeriodicTimer(0.001, [$this, 'fire']);
    }
    public function fire($timer) {
        $this->loop->cancelTimer($timer);
        $this->timer = null;
        unset($timer);
        echo "still here: ", get_class($this->loop), "\n";
    }
    public function __destruct() { echo "destructed\n"; }
}
$loop = new RtComm\Loop;
new Own($loop);
$loop->run();
echo "done\n";
?>
--EXPECT--
still here: RtComm\Loop
destructed
done
