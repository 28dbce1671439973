--TEST--
The callbacks of a feed may be methods that only __call() and __callStatic() know
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Guard
{
    public function __call(string $name, array $arguments): bool
    {
        echo "$name $arguments[1]\n";
        return true;
    }

    public static function __callStatic(string $name, array $arguments): bool
    {
        echo "static $name $arguments[1]\n";
        return false;
    }
}

$server = new RtComm\Server();
$server->feed('/a/{channel}', [new Guard(), 'read'], [new Guard(), 'write']);
$server->feed('/b/{channel}', ['Guard', 'read'], ['Guard', 'write']);
$server->feed('/c/{channel}', 'Guard::read', (new Guard())->write(...));
$address = serve($server);
foreach (['a', 'b', 'c'] as $path) {
    foreach ([1, 2] as $n) {
        $client = new HttpClient($server, $address);
        echo status($client->get("/$path/c$n")), "\n";
        $client = new HttpClient($server, $address);
        echo status($client->request('POST', "/$path/c$n", [], 'x')), "\n";
    }
}
--EXPECT--
read c1
HTTP/1.1 200 OK
write c1
HTTP/1.1 200 OK
read c2
HTTP/1.1 200 OK
write c2
HTTP/1.1 200 OK
static read c1
HTTP/1.1 403 Forbidden
static write c1
HTTP/1.1 403 Forbidden
static read c2
HTTP/1.1 403 Forbidden
static write c2
HTTP/1.1 403 Forbidden
static read c1
HTTP/1.1 403 Forbidden
write c1
HTTP/1.1 200 OK
static read c2
HTTP/1.1 403 Forbidden
write c2
HTTP/1.1 200 OK
