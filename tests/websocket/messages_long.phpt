--TEST--
Long messages arrive as they were sent, alone and behind each other, and are the script's own strings
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

use RtComm\WebSocket\Opcode;

$server = new RtComm\Server(null, ['maxMessageSize' => 1 << 20]);
$kept = new ArrayObject();
$server->handle('/', message: function ($conn, $data, $binary) use ($kept) {
    $kept[] = [$data, $binary];
    $data[0] = 'x';
    $data .= 'y';
});
$client = new WebSocketClient($server, serve($server));

function message(int $size, string $of): string
{
    return str_pad(substr(str_repeat($of, intdiv($size, strlen($of))), 0, $size), $size, '.');
}

$sent = [];
foreach ([1, 2, 4095, 4096, 4097, 8192, 16384, 65535, 65536, 100000, 300000] as $size) {
    foreach (['ascii text ', "na\u{ef}ve \u{20ac} \u{1f600} "] as $of) {
        $sent[] = [message($size, $of), false];
    }
    $sent[] = [random_bytes($size), true];
}
foreach ($sent as [$data, $binary]) {
    $client->send($data, $binary ? Opcode::Binary : Opcode::Text);
}
$client->sync();
var_dump((array) $kept === $sent);

echo "one at a time\n";
$kept->exchangeArray([]);
foreach ($sent as [$data, $binary]) {
    $client->send($data, $binary ? Opcode::Binary : Opcode::Text)->sync();
}
var_dump((array) $kept === $sent);
?>
--EXPECT--
bool(true)
one at a time
bool(true)
