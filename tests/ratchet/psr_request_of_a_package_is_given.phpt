--TEST--
Where a package has PSR-7 requests, components get one
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
spl_autoload_register(function ($class) {
    match ($class) {
        "Psr\Http\Message\RequestInterface" => eval("namespace Psr\Http\Message; interface RequestInterface {}"),
        "GuzzleHttp\Psr7\Request" => eval("namespace GuzzleHttp\Psr7; class Request implements \Psr\Http\Message\RequestInterface {
            public function __construct(public \$method, public \$uri, public array \$headers, public \$body, public \$version)
            {
                if (str_contains(\$uri, \"bad\")) {
                    throw new \InvalidArgumentException(\"bad\");
                }
            }
        }"),
        default => null,
    };
});
class Typed extends Recorder
{
    public function onOpen(RtComm\Ratchet\ConnectionInterface $conn)
    {
        if ($conn->httpRequest instanceof Psr\Http\Message\RequestInterface) {
            $this->show($conn->httpRequest);
        } else {
            echo get_class($conn->httpRequest), "\n";
        }
    }
    private function show(Psr\Http\Message\RequestInterface $request)
    {
        echo "$request->method $request->uri $request->version [$request->body] ", json_encode($request->headers["X-Twice"] ?? null), "\n";
    }
    public function onClose(RtComm\Ratchet\ConnectionInterface $conn) {}
}
[$io, $address] = io(stack(new Typed));
handshake_status($io->socket, $address, "/place?a=b", ["Host" => "here.example:81", "X-Twice" => "1\r\nX-Twice: 2"]);
handshake_status($io->socket, $address, "/bad");
?>
--EXPECT--
GET http://here.example:81/place?a=b 1.1 [] ["1","2"]
RtComm\Request
