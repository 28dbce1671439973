--TEST--
HEAD on a feed is authorized like GET, and subscribes to nothing
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->feed('/feeds', authorize: fn($request, string $channel) => $channel !== 'secret');
$address = serve($server);
foreach (['channel=a', 'channel=a&channel=secret', '', 'channel=a&cursor=x'] as $query) {
    foreach (['*/*', 'text/event-stream'] as $accept) {
        $head = (new HttpClient($server, $address))->request('HEAD', "/feeds?$query", ['Accept' => $accept]);
        preg_match('/^Content-Type: (.*)\r$/m', $head, $type);
        echo str_pad($query, 26), status($head), ', ', $type[1], "\n";
    }
}
var_dump(count($server->channel('a')));
--EXPECT--
channel=a                 HTTP/1.1 200 OK, application/json
channel=a                 HTTP/1.1 200 OK, text/event-stream
channel=a&channel=secret  HTTP/1.1 403 Forbidden, text/plain; charset=utf-8
channel=a&channel=secret  HTTP/1.1 403 Forbidden, text/plain; charset=utf-8
                          HTTP/1.1 400 Bad Request, text/plain; charset=utf-8
                          HTTP/1.1 400 Bad Request, text/plain; charset=utf-8
channel=a&cursor=x        HTTP/1.1 400 Bad Request, text/plain; charset=utf-8
channel=a&cursor=x        HTTP/1.1 400 Bad Request, text/plain; charset=utf-8
int(0)
