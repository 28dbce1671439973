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
echo "end\n";
?>
--EXPECT--
end
timer in a destructor
