--TEST--
history() wants a limit of at least 1 and the id of a publication
--EXTENSIONS--
rtcomm
--FILE--
<?php
$server = new RtComm\Server();
$channel = $server->channel('c');
$epoch = strstr($channel->cursor(), ':', true);
$calls = [[0], [-1], [PHP_INT_MIN]];
foreach (['', ':', '1', "$epoch:", ':1', "$epoch:-1", "$epoch:+1", "$epoch:01", "$epoch:1 ", " $epoch:1", "$epoch:1x",
        "$epoch:18446744073709551616", "$epoch:1,$epoch:1", "not~base64:1", str_repeat('a', 23) . ':1', "$epoch:1\0"] as $since) {
    $calls[] = [1, $since];
}
foreach ($calls as $arguments) {
    try {
        $channel->history(...$arguments);
        echo "no error\n";
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
var_dump($channel->history(1, null), $channel->history(1, "$epoch:18446744073709551615"));
--EXPECT--
RtComm\Channel::history(): Argument #1 ($limit) must be at least 1
RtComm\Channel::history(): Argument #1 ($limit) must be at least 1
RtComm\Channel::history(): Argument #1 ($limit) must be at least 1
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
RtComm\Channel::history(): Argument #2 ($since) must be the id of a publication, "EPOCH:OFFSET"
array(0) {
}
array(0) {
}
