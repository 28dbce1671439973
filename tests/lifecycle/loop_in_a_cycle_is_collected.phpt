--TEST--
A loop whose callbacks hold it is collected with all of them
--EXTENSIONS--
rtcomm
pcntl
--FILE--
<?php
class Owner {
    public RtComm\Loop $loop;
    public $timer;
    public function __construct() {
        $loop = $this->loop = new RtComm\Loop;
        [$a, $this->peer] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        $this->timer = $loop->addTimer(100, [$this, 'call']);
        $loop->addPeriodicTimer(100, fn() => $this);
        $loop->addReadStream($a, fn() => $this);
        $loop->addWriteStream($a, [$this, 'call']);
        $loop->addSignal(SIGUSR1, fn() => $this);
        $loop->addSignal(SIGUSR1, [$this, 'call']);
        $loop->futureTick(fn() => $this);
        $loop->futureTick([$this, 'call']);
    }
    public $peer;
    public function call() {}
    public function __destruct() { echo "destructed\n"; }
}
gc_collect_cycles();
$owner = WeakReference::create(new Owner);
$loop = WeakReference::create($owner->get()->loop);
$timer = WeakReference::create($owner->get()->timer);
gc_collect_cycles();
var_dump($owner->get(), $loop->get(), $timer->get());
?>
--EXPECT--
destructed
NULL
NULL
NULL
