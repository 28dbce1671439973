--TEST--
A class may extend Loop and implement an interface with React's signatures
--EXTENSIONS--
rtcomm
--FILE--
<?php
interface TimerInterface {}
interface LoopInterface {
    public function addReadStream($stream, $listener);
    public function addWriteStream($stream, $listener);
    public function removeReadStream($stream);
    public function removeWriteStream($stream);
    public function addTimer($interval, $callback);
    public function addPeriodicTimer($interval, $callback);
    public function cancelTimer(TimerInterface $timer);
    public function futureTick($listener);
    public function addSignal($signal, $listener);
    public function removeSignal($signal, $listener);
    public function run();
    public function stop();
}
class Adapter extends RtComm\Loop implements LoopInterface {
    public array $seen = [];
    public function __construct(public string $name) {}
    public function futureTick($listener) {
        $this->seen[] = 'futureTick';
        parent::futureTick($listener);
    }
}
$loop = new Adapter('mine');
$loop->futureTick(fn() => print("called\n"));
$loop->run();
echo $loop->name, ' ', implode(',', $loop->seen), "\n";
?>
--EXPECT--
called
mine futureTick
