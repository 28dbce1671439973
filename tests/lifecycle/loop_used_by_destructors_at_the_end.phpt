--TEST--
Destructors that run at the end of the script may still use the loop
--EXTENSIONS--
rtcomm
--FILE--
<?php
class Late {
    public function __destruct() {
        $loop = RtComm\Loop::get();
        $loop->addTimer(0.001, fn() => print("timer in a destructor\n"));
        $loop->run();
    }
}
$late = new Late;
RtComm\Loop::get()->futureTick(fn() => print("tick of the script\n"));
echo "end\n";
?>
--EXPECT--
end
tick of the script
timer in a destructor
