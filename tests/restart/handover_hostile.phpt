--TEST--
What somebody else says on the hand-over socket changes nothing
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/restart.inc';

mt_srand(1);
$server = new RtComm\Server(null, ['handover' => $control = scratch('control')]);
$lines = logs($server);
$server->http('/who', fn() => 'me');
$address = serve($server);
settle($server);
$noise = ["\n", "listen\n", "stop\n", "SERVING\n", "serving", "serving\r\n", "listen " . str_repeat('x', 5000) . "\n", str_repeat('x', 5000), "\0\n"];
for ($i = 0; $i < 50; $i++) {
    $noise[] = random_bytes(mt_rand(1, 300)) . "\n";
}
foreach ($noise as $bytes) {
    $client = new Client($server, "unix:$control");
    $client->write($bytes)->finish();
    echo $client->all();
}
$ask = new Client($server, "unix:$control");
foreach (['127.0.0.1:1', $address, '', str_repeat('x', 127)] as $other) {
    $ask->write("listen $other\n");
}
$ask->wait(fn() => substr_count($ask->received, "\n") === 4);
echo $ask->received;
for ($i = 0; $i < 8; $i++) {
    $many[] = new Client($server, "unix:$control");
    settle($server, 2);
}
echo $many[7]->all(), implode(',', array_unique(array_filter((array) $lines, fn($line) => str_contains($line, 'may not')))) !== '' ? "too many\n" : '';
$client = new HttpClient($server, $address);
echo body($client->get('/who')), "\n";
unset($server);
var_dump(file_exists($control));
--EXPECT--
none
lent
none
none
too many
me
bool(true)
