--TEST--
send() sends text, whatever it is given, and chains
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
[$io, $address] = io(stack($component = new Recorder));
$client = new WebSocketClient($io->socket, $address);
settle($io->socket);
[$conn] = $component->conns;
var_dump($conn->send("a")->send(42)->send(1.5)->send(true)->send(false)->send(null) === $conn);
$conn->send(new class { public function __toString() { return "stringable"; } });
for ($i = 0; $i < 7; $i++) {
    var_dump($client->text());
}
foreach ([[], new stdClass, STDIN] as $value) {
    try {
        $conn->send($value);
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
$conn->send($long = str_repeat("long", 50000));
var_dump($client->text() === $long);
?>
--EXPECT--
open
bool(true)
string(1) "a"
string(2) "42"
string(3) "1.5"
string(1) "1"
string(0) ""
string(0) ""
string(10) "stringable"
RtComm\Ratchet\Connection::send(): Argument #1 ($data) must be of type string, array given
Object of class stdClass could not be converted to string
RtComm\Ratchet\Connection::send(): Argument #1 ($data) must be of type string, resource given
bool(true)
