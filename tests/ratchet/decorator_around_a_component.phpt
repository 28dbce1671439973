--TEST--
A decorator of the script around its component
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Ratchet\ConnectionInterface;
class Shouts implements ConnectionInterface
{
    public function __construct(private ConnectionInterface $inner) {}
    public function send($data) { $this->inner->send(strtoupper($data)); return $this; }
    public function close() { $this->inner->close(); }
    public function __get($name) { return $this->inner->$name; }
}
class Decorator implements Ratchet\MessageComponentInterface
{
    private SplObjectStorage $conns;
    public function __construct(private Ratchet\MessageComponentInterface $inner) { $this->conns = new SplObjectStorage; }
    public function onOpen(ConnectionInterface $conn) { $this->inner->onOpen($this->conns[$conn] = new Shouts($conn)); }
    public function onMessage(ConnectionInterface $from, $msg) { $this->inner->onMessage($this->conns[$from], $msg); }
    public function onClose(ConnectionInterface $conn) { $this->inner->onClose($this->conns[$conn]); unset($this->conns[$conn]); }
    public function onError(ConnectionInterface $conn, Exception $e) { $this->inner->onError($this->conns[$conn], $e); }
}
class Quiet extends Recorder
{
    public function onMessage(ConnectionInterface $from, $msg)
    {
        if ($msg === "throw") {
            throw new DomainException("as asked by {$from->resourceId}");
        }
        $from->send($msg);
    }
}
[$io, $address] = io(stack(new Decorator($component = new Quiet)));
$client = new WebSocketClient($io->socket, $address);
$client->send("throw")->send("hello");
echo $client->text(), "\n";
$client->sendClose();
until_noted($io, $component, "close");
?>
--EXPECT--
open
error DomainException: as asked by 1
HELLO
close
