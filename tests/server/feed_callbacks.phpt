--TEST--
A feed asks its callbacks with the request and the channel's name, decoded; what is not true refuses
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Guard
{
    public function read(RtComm\Request $request, string $channel): bool
    {
        echo "read $channel: $request->method $request->target ", json_encode($request->params), "\n";
        return $request->query('key') === 'k';
    }

    public function __invoke(RtComm\Request $request, string $channel): mixed
    {
        echo "publish $channel: $request->method $request->target ", json_encode($request->params), "\n";
        return match ($request->header('X-Answer')) {
            'true' => true,
            '1' => 1,
            '0' => 0,
            'null' => null,
            'response' => RtComm\Response::json([]),
            default => false,
        };
    }
}

$server = new RtComm\Server();
$guard = new Guard();
$server->feed('/feed/{channel}', [$guard, 'read'], $guard);
$server->feed('/several', authorize: $guard->read(...));
$address = serve($server);
$get = fn(string $target) => print status((new HttpClient($server, $address))->get($target)) . "\n";
$get('/feed/a%20b?key=k');
$get('/feed/c');
$get('/several?channel=a&channel=b%C3%9F&key=k');
$get('/several?channel=a&channel=b');
foreach (['true', '1', '0', 'null', 'false'] as $answer) {
    $client = new HttpClient($server, $address);
    echo status($client->request('POST', '/feed/c', ['X-Answer' => $answer], 'hello')), "\n";
}
--EXPECT--
read a b: GET /feed/a%20b?key=k {"channel":"a b"}
HTTP/1.1 200 OK
read c: GET /feed/c {"channel":"c"}
HTTP/1.1 403 Forbidden
read a: GET /several?channel=a&channel=b%C3%9F&key=k []
read bß: GET /several?channel=a&channel=b%C3%9F&key=k []
HTTP/1.1 200 OK
read a: GET /several?channel=a&channel=b []
HTTP/1.1 403 Forbidden
publish c: POST /feed/c {"channel":"c"}
HTTP/1.1 200 OK
publish c: POST /feed/c {"channel":"c"}
HTTP/1.1 200 OK
publish c: POST /feed/c {"channel":"c"}
HTTP/1.1 403 Forbidden
publish c: POST /feed/c {"channel":"c"}
HTTP/1.1 403 Forbidden
publish c: POST /feed/c {"channel":"c"}
HTTP/1.1 403 Forbidden
