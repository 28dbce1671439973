--TEST--
Every kind of callable can be called back
--EXTENSIONS--
rtcomm
--FILE--
<?php
function plain() { echo "function\n"; }
class Kinds {
    public function method() { echo "method\n"; }
    public static function stat() { echo "static\n"; }
    public function __invoke() { echo "invoke\n"; }
    public function __call($name, $arguments) { echo "__call $name\n"; }
    public static function __callStatic($name, $arguments) { echo "__callStatic $name\n"; }
    public function own(RtComm\Loop $loop) { $loop->futureTick([$this, 'hidden']); }
    private function hidden() { echo "private\n"; }
}
$loop = new RtComm\Loop;
$kinds = new Kinds;
foreach ([
    'plain',
    [$kinds, 'method'],
    ['Kinds', 'stat'],
    'Kinds::stat',
    $kinds,
    [$kinds, 'missing'],
    ['Kinds', 'missing'],
    $kinds->missing(...),
    fn() => print("arrow\n"),
    [fn() => print("closure's __invoke\n"), '__invoke'],
    $kinds->method(...),
] as $callback) {
    $loop->futureTick($callback);
}
$kinds->own($loop);
$loop->run();
// Again and again: a trampoline is made for each call.
$calls = 0;
$timer = $loop->addPeriodicTimer(0.001, [new class($calls, $loop) {
    public function __construct(private int &$calls, private RtComm\Loop $loop) {}
    public function __call($name, $arguments) {
        echo "$name\n";
        if (++$this->calls === 3) $this->loop->cancelTimer($arguments[0]);
    }
}, 'tick']);
$loop->run();
?>
--EXPECT--
function
method
static
static
invoke
__call missing
__callStatic missing
__call missing
arrow
closure's __invoke
method
private
tick
tick
tick
