--TEST--
A loop that is dropped releases timers, streams, signals and ticks, and their callbacks
--EXTENSIONS--
rtcomm
pcntl
--FILE--
<?php
class Guest {
    public function __construct(private string $name) {}
    public function __invoke() {}
    public function __destruct() { echo "{$this->name} gone\n"; }
}
$loop = new RtComm\Loop;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$timer = $loop->addTimer(100, new Guest('timer that is kept'));
$loop->addPeriodicTimer(100, new Guest('timer'));
$loop->addReadStream($a, new Guest('reader'));
$loop->addWriteStream($a, new Guest('writer'));
$loop->addSignal(SIGUSR1, new Guest('signal'));
$loop->futureTick(new Guest('tick'));
unset($a);
$weak = WeakReference::create($loop);
unset($loop);
var_dump($weak->get(), fread($b, 1), feof($b), $timer->getInterval());
unset($timer);
?>
--EXPECT--
timer gone
reader gone
writer gone
signal gone
tick gone
NULL
string(0) ""
bool(true)
float(100)
timer that is kept gone
