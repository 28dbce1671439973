--TEST--
When a server goes, however it ended, no descriptor is left open
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

function descriptors(): int
{
    return count(scandir('/proc/self/fd'));
}
function life(callable $end): void
{
    $path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
    $server = new RtComm\Server("unix:$path", [], new RtComm\Loop());
    $server->handle('/', message: fn() => throw new LogicException('x'), close: fn() => null);
    $server->http('/page', fn() => 'x');
    $address = serve($server);
    $clients = [
        new WebSocketClient($server, $address),
        new HttpClient($server, $address),
        new Client($server, $address),
        new WebSocketClient($server, "unix:$path"),
    ];
    $clients[1]->get('/page');
    $clients[2]->write('GET');
    settle($server);
    $end($server, $clients);
}
$ends = [
    'drop' => fn() => null,
    'stop' => fn($server) => $server->stop(0),
    'throw' => function ($server, $clients) {
        $clients[0]->send('x');
        try {
            settle($server);
        } catch (LogicException) {
        }
    },
    'close' => function ($server, $clients) {
        foreach ($clients as $client) {
            $client->close();
        }
        settle($server);
    },
];
life($ends['drop']);
gc_collect_cycles();
$before = descriptors();
foreach ($ends as $name => $end) {
    for ($i = 0; $i < 3; $i++) {
        life($end);
    }
    gc_collect_cycles();
    echo "$name: ", descriptors() - $before, " left\n";
}
--EXPECT--
drop: 0 left
stop: 0 left
throw: 0 left
close: 0 left
