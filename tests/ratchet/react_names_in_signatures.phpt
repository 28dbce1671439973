--TEST--
Components may have ReactPHP's loop and timer in their signatures, with no package
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use React\EventLoop\LoopInterface;
use React\EventLoop\TimerInterface;
class Rounds extends Recorder
{
    private ?LoopInterface $loop = null;
    private ?TimerInterface $timer = null;
    public function begin(LoopInterface $loop): TimerInterface
    {
        $this->loop = $loop;
        return $this->timer = $loop->addTimer(0.01, function (TimerInterface $timer) {
            var_dump($timer === $this->timer, $timer->getInterval(), $timer->isPeriodic());
            $this->loop->stop();
        });
    }
}
[$io, $address] = io(stack($component = new Rounds));
$component->begin($io->loop);
$io->run();
echo "over\n";
?>
--EXPECT--
bool(true)
float(0.01)
bool(false)
over
