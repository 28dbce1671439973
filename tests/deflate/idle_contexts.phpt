--TEST--
The context of a client that is not sent to for some heartbeats is given back, for others
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

/* Two windows of clients, and one context of ours. */
$server = echoing(['minSize' => 0, 'memoryBudget' => 2 * 32768 + 280000], ['heartbeat' => 0.25, 'pongTimeout' => 60]);
$address = serve($server);
$clients = [new DeflateClient($server, $address), new DeflateClient($server, $address)];
$text = base64_encode(random_bytes(500));

/* The size of an echo. */
function size(DeflateClient $client, string $text): int
{
    for ($client->send($text); ($heard = $client->text()) === '(Ping)';);
    if ($heard !== $text) {
        throw new Exception($heard);
    }
    return $client->size;
}

/* Whoever gets smaller answers has the context, so the other one has lost it. */
foreach ([0, 1, 0, 1] as $number) {
    until($server, function () use ($clients, $number, $text) {
        $clients[1 - $number]->write(client_frame('', 10));
        return size($clients[$number], $text) < 100;
    });
    echo "client $number has it\n";
}
?>
--EXPECT--
client 0 has it
client 1 has it
client 0 has it
client 1 has it
