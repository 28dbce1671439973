--TEST--
A successor gets the socket, and once it serves the other process restarts its clients and ends
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/restart.inc';

$control = scratch('control');
$options = ['handover' => $control];
$first = new Child(serving('first', '127.0.0.1:0', $options));
$address = $first->line();
$client = new WebSocketClient(null, $address);
echo $client->text(), ' ', who($address), "\n";
printf("%o\n", fileperms($control) & 07777);
foreach (['second', 'third'] as $name) {
    $next = new Child(serving($name, $address, $options));
    echo $next->line() === $address ? 'the same address' : 'another one', "\n";
    echo $client->text(), "\n";
    $client->sendClose(1012);
    echo $first->line(), ' ', $first->end(), "\n";
    $client = new WebSocketClient(null, $address);
    echo $client->text(), ' ', who($address), "\n";
    printf("%o\n", fileperms($control) & 07777);
    $first = $next;
}
$first->signal(15);
echo $client->text(), "\n";
$client->sendClose(1001);
echo $first->line(), ' ', $first->end(), "\n";
var_dump(glob("$control*"));
--EXPECT--
first first
600
the same address
(close 1012 service restart)
over exit 0
second second
600
the same address
(close 1012 service restart)
over exit 0
third third
600
(close 1001)
over exit 0
array(0) {
}
