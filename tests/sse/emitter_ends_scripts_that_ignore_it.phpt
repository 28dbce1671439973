--TEST--
A script that sends after it was told that the stream is over ends there, and its destructors run
--EXTENSIONS--
rtcomm
--FILE--
<?php
final class Cleanup
{
    public function __destruct()
    {
        echo "[destructor]\n";
    }
}

register_shutdown_function(function () {
    echo "[shutdown]\n";
});

function loop(): void
{
    $cleanup = new Cleanup();
    $sse = new RtComm\Sse\Emitter(maxDuration: 0.05);
    try {
        while (true) {
            $sse->wait(1.0);
            echo "[told]\n";
        }
    } catch (Throwable $e) {
        echo "not reached\n";
    }
}

loop();
echo "not reached\n";
?>
--EXPECTF--
retry: %d

[told]
[destructor]
[shutdown]
