--TEST--
What the loop cannot watch is refused with the reason
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
[$closed, $filtered] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fclose($closed);
stream_filter_append($filtered, 'string.rot13');
foreach (['a string', $closed, stream_context_create(), fopen('php://memory', 'r'), $filtered] as $stream) {
    foreach (['addReadStream', 'addWriteStream'] as $method) {
        try {
            $loop->$method($stream, fn() => 1);
            echo "no exception\n";
        } catch (Throwable $e) {
            echo get_class($e), ": ", $e->getMessage(), "\n";
        }
    }
}
$loop->run();
?>
--EXPECT--
TypeError: RtComm\Loop::addReadStream(): Argument #1 ($stream) must be of type resource, string given
TypeError: RtComm\Loop::addWriteStream(): Argument #1 ($stream) must be of type resource, string given
TypeError: RtComm\Loop::addReadStream(): Argument #1 ($stream) must be an open stream
TypeError: RtComm\Loop::addWriteStream(): Argument #1 ($stream) must be an open stream
TypeError: RtComm\Loop::addReadStream(): Argument #1 ($stream) must be an open stream
TypeError: RtComm\Loop::addWriteStream(): Argument #1 ($stream) must be an open stream
ValueError: RtComm\Loop::addReadStream(): Argument #1 ($stream) must be a stream with a descriptor and without filters
ValueError: RtComm\Loop::addWriteStream(): Argument #1 ($stream) must be a stream with a descriptor and without filters
ValueError: RtComm\Loop::addReadStream(): Argument #1 ($stream) must be a stream with a descriptor and without filters
ValueError: RtComm\Loop::addWriteStream(): Argument #1 ($stream) must be a stream with a descriptor and without filters
