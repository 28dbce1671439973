--TEST--
Any path is answered, and any origin may come
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
[$io, $address] = io(stack($component = new Recorder));
foreach (["/", "/a", "/a/b/", "/a?b=c"] as $path) {
    echo handshake_status($io->socket, $address, $path, ["Origin" => "http://elsewhere.example"]), "\n";
}
echo handshake_status($io->socket, $address, "/", ["Sec-WebSocket-Version" => "8"]), "\n";
?>
--EXPECT--
open
HTTP/1.1 101 Switching Protocols
open
HTTP/1.1 101 Switching Protocols
open
HTTP/1.1 101 Switching Protocols
open
HTTP/1.1 101 Switching Protocols
HTTP/1.1 426 Upgrade Required
