--TEST--
Components see the request percent-encoded where the client was lax
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Tells extends Recorder
{
    public function onOpen(RtComm\Ratchet\ConnectionInterface $conn)
    {
        $this->note($conn->httpRequest->getRequestTarget() . " " . $conn->httpRequest->getUri()->getQuery());
    }
    public function onClose(RtComm\Ratchet\ConnectionInterface $conn) {}
}
[$io, $address] = io(stack(new Tells));
foreach (["/plain?a=b&c=%20d", "/a|b", "/?a[]=1&b={x}", "/?100%&%zz=%4", "/q?x=a+b/?:@", "/?"] as $path) {
    handshake_status($io->socket, $address, $path);
}
?>
--EXPECT--
/plain?a=b&c=%20d a=b&c=%20d
/a%7Cb 
/?a%5B%5D=1&b=%7Bx%7D a%5B%5D=1&b=%7Bx%7D
/?100%25&%25zz=%254 100%25&%25zz=%254
/q?x=a+b/?:@ x=a+b/?:@
/ 
