--TEST--
A handler may return a Response, a string or an array
--EXTENSIONS--
rtcomm
--INI--
pcre.jit=0
--FILE--
<?php
require __DIR__ . '/request.inc';

use RtComm\{Response, Server};
class Temperature implements JsonSerializable {
    public function jsonSerialize(): mixed { return ['celsius' => 21.5]; }
}
$answers = [
    'string' => 'hello',
    'array' => ['url' => 'a/b', 'name' => 'é'],
    'empty' => '',
    'response' => new Response(201, '<p>', ['Content-Type' => 'text/html', 'X-A' => ['1', '2']]),
    'plain' => new Response(404, 'not here'),
    'json' => Response::json(new Temperature, 202),
    'null' => Response::json(null),
    'no-content' => new Response(204),
    'head' => 'hello',
];
$server = new Server;
foreach ($answers as $name => $answer) {
    $server->http("/$name", fn() => $answer, ['GET', 'HEAD']);
}
$client = new HttpClient($server, serve($server));
foreach ($answers as $name => $answer) {
    $response = $client->request($name === 'head' ? 'HEAD' : 'GET', "/$name");
    echo "-- $name\n", preg_replace('/^(Date|Connection):.*\R/m', '', $response), "\n";
}
?>
--EXPECT--
-- string
HTTP/1.1 200 OK
Content-Length: 5
Content-Type: text/plain; charset=utf-8

hello
-- array
HTTP/1.1 200 OK
Content-Length: 29
Content-Type: application/json

{"url":"a/b","name":"\u00e9"}
-- empty
HTTP/1.1 200 OK
Content-Length: 0
Content-Type: text/plain; charset=utf-8


-- response
HTTP/1.1 201 Created
Content-Length: 3
Content-Type: text/html
X-A: 1
X-A: 2

<p>
-- plain
HTTP/1.1 404 Not Found
Content-Length: 8
Content-Type: text/plain; charset=utf-8

not here
-- json
HTTP/1.1 202 Accepted
Content-Length: 16
Content-Type: application/json

{"celsius":21.5}
-- null
HTTP/1.1 200 OK
Content-Length: 4
Content-Type: application/json

null
-- no-content
HTTP/1.1 204 No Content


-- head
HTTP/1.1 200 OK
Content-Length: 5
Content-Type: text/plain; charset=utf-8
