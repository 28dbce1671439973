--TEST--
IpBlackList keeps a list
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
$list = new Ratchet\Server\IpBlackList(new Ratchet\Server\EchoServer);
var_dump($list->blockAddress("192.0.2.1")->blockAddress("::1")->blockAddress("1") === $list);
echo json_encode($list->getBlockedAddresses()), "\n";
foreach (["192.0.2.1", "192.0.2.1:1234", "192.0.2.2", "::1"] as $address) {
    echo $address, " ", $list->filterAddress($address), " ", json_encode($list->isBlocked($address)), "\n";
}
var_dump($list->unblockAddress("192.0.2.1:80")->unblockAddress("192.0.2.9") === $list);
echo json_encode($list->getBlockedAddresses()), "\n";
?>
--EXPECT--
bool(true)
["192.0.2.1","::1",1]
192.0.2.1 192.0.2.1 true
192.0.2.1:1234 192.0.2.1 true
192.0.2.2 192.0.2.2 false
::1 ::1 true
bool(true)
["::1",1]
