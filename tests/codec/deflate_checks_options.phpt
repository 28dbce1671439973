--TEST--
Deflate::negotiate() says which option is wrong
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\Deflate;

foreach (
    [
        ['level' => 0], ['level' => 10], ['level' => '6'], ['level' => null],
        ['serverNoContextTakeover' => 1], ['clientNoContextTakeover' => 'yes'],
        ['serverMaxWindowBits' => 7], ['clientMaxWindowBits' => 16], ['serverMaxWindowBits' => 12.0],
        ['windowBits' => 12], [5], ["level\0x" => 1],
    ] as $options
) {
    try {
        Deflate::negotiate('permessage-deflate', $options);
        echo "taken\n";
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
$deflate = Deflate::negotiate('permessage-deflate', ['level' => 1, 'serverMaxWindowBits' => 8]);
try {
    $deflate?->decompress('', -1);
    echo $deflate ? '' : 'RtComm\WebSocket\Deflate::decompress(): Argument #2 ($maxSize) must be at least 0';
} catch (ValueError $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
RtComm\WebSocket\Deflate::negotiate(): Argument #2 ($options) option "level" must be an int between 1 and 9
RtComm\WebSocket\Deflate::negotiate(): Argument #2 ($options) option "level" must be an int between 1 and 9
RtComm\WebSocket\Deflate::negotiate(): Argument #2 ($options) option "level" must be an int between 1 and 9
RtComm\WebSocket\Deflate::negotiate(): Argument #2 ($options) option "level" must be an int between 1 and 9
RtComm\WebSocket\Deflate::negotiate(): Argument #2 ($options) option "serverNoContextTakeover" must be a bool
RtComm\WebSocket\Deflate::negotiate(): Argument #2 ($options) option "clientNoContextTakeover" must be a bool
RtComm\WebSocket\Deflate::negotiate(): Argument #2 ($options) option "serverMaxWindowBits" must be an int between 8 and 15
RtComm\WebSocket\Deflate::negotiate(): Argument #2 ($options) option "clientMaxWindowBits" must be an int between 8 and 15
RtComm\WebSocket\Deflate::negotiate(): Argument #2 ($options) option "serverMaxWindowBits" must be an int between 8 and 15
RtComm\WebSocket\Deflate::negotiate(): Argument #2 ($options) must not contain the unknown option "windowBits" of deflate; allowed are level, serverNoContextTakeover, clientNoContextTakeover, serverMaxWindowBits, clientMaxWindowBits
RtComm\WebSocket\Deflate::negotiate(): Argument #2 ($options) must not contain the unknown option "(a number)" of deflate; allowed are level, serverNoContextTakeover, clientNoContextTakeover, serverMaxWindowBits, clientMaxWindowBits
RtComm\WebSocket\Deflate::negotiate(): Argument #2 ($options) must not contain the unknown option "level" of deflate; allowed are level, serverNoContextTakeover, clientNoContextTakeover, serverMaxWindowBits, clientMaxWindowBits
RtComm\WebSocket\Deflate::decompress(): Argument #2 ($maxSize) must be at least 0
