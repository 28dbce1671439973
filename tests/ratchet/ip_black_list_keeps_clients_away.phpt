--TEST--
IpBlackList keeps clients away, wherever it stands
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Ratchet\Server\IpBlackList;
foreach (["outermost", "around the component", "alone"] as $where) {
    echo $where, "\n";
    $component = new Recorder;
    $list = new IpBlackList($where === "outermost" ? stack($component) : $component);
    [$io, $address] = io($where === "around the component" ? stack($list) : $list);
    $client = new WebSocketClient($io->socket, $address);
    $client->send("hello");
    until_noted($io, $component, "message hello");
    $list->blockAddress("127.0.0.1");
    echo strtok((new WebSocketClient($io->socket, $address))->response, "\r"), "\n";
    settle($io->socket);
    $client->send("opened before");
    until_noted($io, $component, "message opened before");
    $client->sendClose();
    until_noted($io, $component, "close");
    $list->unblockAddress("127.0.0.1");
    $client = new WebSocketClient($io->socket, $address);
    settle($io->socket);
    var_dump(count($component->conns));
}
?>
--EXPECT--
outermost
open
message hello
HTTP/1.1 403 Forbidden
message opened before
close
open
int(2)
around the component
open
message hello
HTTP/1.1 101 Switching Protocols
message opened before
close
open
int(2)
alone
open
message hello
HTTP/1.1 403 Forbidden
message opened before
close
open
int(2)
