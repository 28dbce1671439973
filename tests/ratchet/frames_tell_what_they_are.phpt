--TEST--
Frames tell what they are
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;
foreach ([new Frame, new Frame("ab", false, Frame::OP_BINARY)] as $frame) {
    echo json_encode([
        $frame->getPayload(), $frame->getPayloadLength(), $frame->isFinal(), $frame->isMasked(), $frame->isCoalesced(),
        $frame->getOpcode(), (string) $frame, bin2hex($frame->getContents()),
    ]), "\n";
}
class Ping extends Frame
{
    public function __construct() { parent::__construct("p", true, self::OP_PING); }
}
echo bin2hex((new Ping)->getContents()), "\n";
try {
    (new ReflectionClass(Frame::class))->newInstanceWithoutConstructor()->getPayload();
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
try {
    new Frame("", true, 16);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
["",0,true,false,true,1,"","8100"]
["ab",2,false,false,true,2,"ab","02026162"]
890170
The frame was never constructed
RtComm\Ratchet\RFC6455\Messaging\Frame::__construct(): Argument #3 ($opcode) must be between 0 and 15
