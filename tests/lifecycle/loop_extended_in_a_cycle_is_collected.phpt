--TEST--
A subclass of Loop with properties that hold it is collected
--EXTENSIONS--
rtcomm
--FILE--
<?php
class Mine extends RtComm\Loop {
    public $self;
    public function __destruct() { echo "destructed\n"; }
}
$loop = new Mine;
$loop->self = $loop;
$loop->futureTick(fn() => $loop);
unset($loop);
gc_collect_cycles();
echo "collected\n";
?>
--EXPECT--
destructed
collected
