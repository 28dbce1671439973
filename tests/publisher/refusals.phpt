--TEST--
What the server refuses is an exception with its status and its text
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new ScriptedServer(<<<'PHP'
    serve_all([
        answer('malformed channel name', 400),
        answer('wrong secret', 401),
        answer("no publishing\nsecond line", 403),
        answer('', 404),
        answer("bad \x1B[31m\x00 \xFF bytes", 503),
        answer(str_repeat('long ', 100), 500),
        "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>",
        "HTTP/1.1 302 Found\r\nLocation: http://elsewhere/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 999 \r\nContent-Length: 0\r\n\r\n",
        answer(),
    ]);
    PHP);
$publisher = new RtComm\Publisher("http://$server->address/feed", timeout: PATIENCE);
for ($i = 0; $i < 11; $i++) {
    echo attempt($publisher), "\n";
}
try {
    throw new RtComm\PublishException();
} catch (RtComm\Exception $e) {
    var_dump($e instanceof RuntimeException);
}
?>
--EXPECTF--
400 Refused by SERVER: 400 malformed channel name
401 Refused by SERVER: 401 wrong secret
403 Refused by SERVER: 403 no publishing
404 Refused by SERVER: 404 Not Found
503 Refused by SERVER: 503 bad ?[31m? ? bytes
500 Refused by SERVER: 500 %r(long ){40}%r
502 Refused by SERVER: 502 Bad Gateway
302 Refused by SERVER: 302 Found
204 Refused by SERVER: 204 No Content
999 Refused by SERVER: 999 Unknown
AAAAAAAAAAA:1
bool(true)
