--TEST--
An address that is in use: ListenException names it and the reason
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$address = serve_plainly($server);
try {
    (new RtComm\Server())->listen($address);
} catch (RtComm\ListenException $error) {
    echo str_replace($address, 'ADDRESS', $error->getMessage()), "\n";
    var_dump($error instanceof RtComm\RuntimeException, $error instanceof RtComm\Exception);
}
try {
    new RtComm\Server($address);
} catch (RtComm\ListenException $error) {
    echo str_replace($address, 'ADDRESS', $error->getMessage()), "\n";
}
--EXPECT--
cannot listen on ADDRESS: Address already in use
bool(true)
bool(true)
cannot listen on ADDRESS: Address already in use
