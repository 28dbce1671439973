--TEST--
An Error reaches onError inside an ErrorException
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Errs extends Recorder
{
    public function onMessage(RtComm\Ratchet\ConnectionInterface $from, $msg)
    {
        strlen();
    }
    public function onError(RtComm\Ratchet\ConnectionInterface $conn, Exception $e)
    {
        $previous = $e->getPrevious();
        $this->note(get_class($e) . ": " . $e->getMessage());
        var_dump(get_class($previous), $e->getLine() === $previous->getLine(), $e->getFile() === $previous->getFile(), $e->getSeverity() === E_ERROR);
        $this->note("done");
    }
}
[$io, $address] = io(stack($component = new Errs));
$client = new WebSocketClient($io->socket, $address);
$client->send("x");
until_noted($io, $component, "done");
?>
--EXPECT--
open
ErrorException: strlen() expects exactly 1 argument, 0 given
string(18) "ArgumentCountError"
bool(true)
bool(true)
bool(true)
done
