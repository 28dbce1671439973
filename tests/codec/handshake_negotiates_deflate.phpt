--TEST--
Handshake::respond() negotiates permessage-deflate where the option asks for it
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/deflate.inc';
skip_without_deflate();
?>
--FILE--
<?php
use RtComm\WebSocket\Handshake;

function request(string ...$fields): string
{
    return "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        . "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        . implode('', array_map(fn($field) => "Sec-WebSocket-Extensions: $field\r\n", $fields)) . "\r\n";
}

foreach (
    [
        [request('permessage-deflate'), []],
        [request('permessage-deflate'), ['deflate' => false]],
        [request('permessage-deflate'), ['deflate' => true]],
        [request('permessage-deflate; client_max_window_bits'), ['deflate' => ['clientMaxWindowBits' => 10]]],
        [request('x-other', 'permessage-deflate; server_max_window_bits=9, permessage-deflate'), ['deflate' => true]],
        [request(), ['deflate' => true]],
        ["GET / HTTP/1.1\r\n\r\n", ['deflate' => true]],
    ] as [$request, $options]
) {
    $handshake = Handshake::respond($request, options: $options);
    echo $handshake->status, ' ', $handshake->deflate?->response() ?? 'none', "\n";
    if (preg_match('/^Sec-WebSocket-Extensions.*(?=\r)/m', (string) $handshake, $match)) {
        echo "  $match[0]\n";
    }
}
foreach ([['deflate' => 1], ['deflate' => ['level' => 77]], ['compress' => true], [true]] as $options) {
    try {
        Handshake::respond(request(), options: $options);
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
101 none
101 none
101 permessage-deflate
  Sec-WebSocket-Extensions: permessage-deflate
101 permessage-deflate; client_max_window_bits=10
  Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=10
101 permessage-deflate; server_max_window_bits=9
  Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=9
101 none
400 none
RtComm\WebSocket\Handshake::respond(): Argument #3 ($options) option "deflate" must be a bool or an array
RtComm\WebSocket\Handshake::respond(): Argument #3 ($options) option "level" must be an int between 1 and 9
RtComm\WebSocket\Handshake::respond(): Argument #3 ($options) must not contain the unknown option "compress"; allowed is deflate
RtComm\WebSocket\Handshake::respond(): Argument #3 ($options) must not contain the unknown option "(a number)"; allowed is deflate
