--TEST--
Contexts take no more than memoryBudget; who comes then has none, until others have gone
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

/* Three windows of clients, and one context of ours. */
$server = echoing(['minSize' => 0, 'memoryBudget' => 3 * 32768 + 280000]);
$address = serve($server);
$clients = [];
for ($i = 0; $i < 3; $i++) {
    $clients[] = $client = new DeflateClient($server, $address);
    $client->send(text(1))->text();
    $first = $client->size;
    $client->send(text(1))->text();
    echo $client->extension, $client->size < $first / 2 ? ', with context' : ', without', "\n";
}
for ($i = 3; $i < 14; $i++) {
    $clients[] = $last = new DeflateClient($server, $address);
}
echo $last->extension, "\n";
$last->send(text(2));
echo $last->text() === text(2) ? "understood\n" : "not understood\n";
$used = fn() => $server->stats()['contextBytes'] . ' bytes, ' . $server->stats()['contextsRefused'] . " refused\n";
echo $server->stats()['contextBytes'] <= 3 * 32768 + 280000 ? '' : 'more than allowed: ', $used();
foreach ($clients as $client) {
    $client->close();
}
until($server, fn() => $server->stats()['open'] === 0);
echo $used();
$again = new DeflateClient($server, $address);
echo $again->extension, ', ', $used();
?>
--EXPECT--
permessage-deflate, with context
permessage-deflate, without
permessage-deflate, without
permessage-deflate; server_no_context_takeover; client_no_context_takeover
understood
368640 bytes, 11 refused
0 bytes, 11 refused
permessage-deflate, 32768 bytes, 11 refused
