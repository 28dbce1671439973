--TEST--
With ignore_user_abort a script goes on after the stream is over
--EXTENSIONS--
rtcomm
--FILE--
<?php
ignore_user_abort(true);
$sse = new RtComm\Sse\Emitter(maxDuration: 0.05);
for ($i = 0; $i < 3; $i++) {
    var_dump($sse->wait(1.0), $sse->send('x'), $sse->comment());
}
$sse->stream(['x']);
echo "done\n";
?>
--EXPECTF--
retry: %d

bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
done
