--TEST--
A decorator in front of WsServer may refuse with a response of its own
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\WebSocket\WsServer;
class Front implements Ratchet\Http\HttpServerInterface
{
    public ?Closure $before = null;
    public function __construct(private Ratchet\ComponentInterface $next) {}
    public function onOpen(ConnectionInterface $conn, ?RequestInterface $request = null)
    {
        echo "front open\n";
        if ($this->before === null || ($this->before)($conn, $request) !== false) {
            $this->next->onOpen($conn, $request);
            echo "front opened\n";
        }
    }
    public function onMessage(ConnectionInterface $from, $msg)
    {
        echo "front message $msg\n";
        $this->next->onMessage($from, $msg);
    }
    public function onClose(ConnectionInterface $conn)
    {
        echo "front close\n";
        $this->next->onClose($conn);
    }
    public function onError(ConnectionInterface $conn, Exception $e)
    {
        echo "front error {$e->getMessage()}\n";
        $this->next->onError($conn, $e);
    }
}

$front = new Front(new WsServer($component = new Recorder));
[$io, $address] = io(new HttpServer($front));
$answer = function (callable $before) use ($front, $io, $address) {
    $front->before = $before;
    $client = new HttpClient($io->socket, $address);
    $client->write(WebSocketClient::handshake());
    echo show($client->all()), "\n";
};
$answer(function ($conn) {
    $GLOBALS["kept"] = $conn;
    $conn->send("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 7\r\nConnection: close\r\n\r\nwho are");
    $conn->close();
    return false;
});
$answer(function ($conn) {
    $conn->close();
    return false;
});
$answer(fn($conn) => false);
$answer(function ($conn) {
    $conn->send("no response");
    return false;
});
$answer(fn($conn) => throw new DomainException("in front"));
var_dump($kept->send("late") === $kept, $kept->close() === $kept, $kept->resourceId, $kept->remoteAddress, $kept->httpRequest->getMethod());
var_dump($component->log);
?>
--EXPECT--
front open
front close
HTTP/1.1 401 Unauthorized
Content-Length: 7
Connection: close
WWW-Authenticate: Basic

who are

front open
front close
HTTP/1.1 403 Forbidden
Content-Length: 9
Connection: close
Content-Type: text/plain; charset=utf-8

Forbidden

front open
front close
HTTP/1.1 403 Forbidden
Content-Length: 8
Connection: close
Content-Type: text/plain; charset=utf-8

refused

front open
front close
HTTP/1.1 403 Forbidden
Content-Length: 8
Connection: close
Content-Type: text/plain; charset=utf-8

refused

front open
front error in front
front close
HTTP/1.1 500 Internal Server Error
Content-Length: 21
Connection: close
Content-Type: text/plain; charset=utf-8

Internal Server Error

bool(true)
bool(true)
int(1)
string(9) "127.0.0.1"
string(3) "GET"
array(0) {
}
