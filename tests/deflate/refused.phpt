--TEST--
Compressed messages that are malformed, too large inflated, or not UTF-8, close the connection
--EXTENSIONS--
rtcomm
zlib
--SKIPIF--
<?php
require __DIR__ . '/deflate.inc';
skip_without_deflate();
?>
--FILE--
<?php
require __DIR__ . '/deflate.inc';

function attempt(string $what, callable $do, bool|array $deflate = true): void
{
    $server = echoing($deflate, ['maxMessageSize' => 100000]);
    $lines = logs($server);
    $client = new DeflateClient($server, serve($server));
    $do($client);
    echo "$what: ", $client->text(), ', ', $client->text(), "\n";
}

$bomb = deflate_init(ZLIB_ENCODING_RAW, ['level' => 9]);
for ($bytes = '', $i = 0; $i < 64; $i++) {
    $bytes .= deflate_add($bomb, str_repeat("\0", 1 << 20), $i < 63 ? ZLIB_NO_FLUSH : ZLIB_SYNC_FLUSH);
}
$bytes = substr($bytes, 0, -4);
attempt('bomb', fn($client) => $client->write(client_frame($bytes, 2, rsv: 4)));
attempt('one too many', fn($client) => $client->send(str_repeat('a', 100001)));
attempt('malformed', fn($client) => $client->write(client_frame("\xff\xff\xff", 1, rsv: 4)));
attempt('not UTF-8', fn($client) => $client->send("\xc3\x28"));
attempt('control frame', fn($client) => $client->write(client_frame('', 9, rsv: 4)));
attempt('continuation', fn($client) => $client->write(client_frame('a', 1, false) . client_frame('b', 0, rsv: 4)));
attempt('not agreed on', fn($client) => $client->send('Hello'), false);
$server = echoing(true, ['maxMessageSize' => 100000]);
$client = new DeflateClient($server, serve($server));
$client->send(str_repeat('a', 100000));
echo strlen($client->text()), "\n";
?>
--EXPECT--
bomb: (close 1009 message is too big), (end)
one too many: (close 1009 message is too big), (end)
malformed: (close 1007 compressed data is malformed), (end)
not UTF-8: (close 1007 text is not UTF-8), (end)
control frame: (close 1002 reserved bits are set), (end)
continuation: (close 1002 reserved bits are set), (end)
not agreed on: (close 1002 reserved bits are set), (end)
100000
