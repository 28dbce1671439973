--TEST--
The option deflate of servers and routes: what it may be
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

foreach (
    [
        1, 'yes', null, ['level' => 0], ['minSize' => -1], ['memoryBudget' => -1], ['clientMaxWindowBits' => 7],
        ['windowBits' => 9], ['memoryBudget' => 1 << 20, 'minSize' => 0, 'level' => 9],
    ] as $value
) {
    foreach (['server', 'route'] as $where) {
        try {
            $server = new RtComm\Server(null, $where === 'server' ? ['deflate' => $value] : [], new RtComm\Loop());
            if ($where === 'route') {
                $server->handle('/', message: fn() => null, options: ['deflate' => $value]);
            }
            echo "$where: taken\n";
        } catch (ValueError $error) {
            echo "$where: ", strstr($error->getMessage(), 'option'), "\n";
        }
    }
}

/* A route may say otherwise than its server. */
$server = new RtComm\Server(null, ['deflate' => true], new RtComm\Loop());
$server->handle('/plain', message: fn() => null, options: ['deflate' => false]);
$server->handle('/small', message: fn() => null, options: ['deflate' => ['serverMaxWindowBits' => 9]]);
$server->handle('/same', message: fn() => null);
$address = serve($server);
foreach (['/plain', '/small', '/same'] as $path) {
    echo $path, ' ', (new DeflateClient($server, $address, $path))->extension ?? 'none', "\n";
}
?>
--EXPECT--
server: options) option "deflate" must be a bool or an array
route: options) option "deflate" must be a bool or an array
server: options) option "deflate" must be a bool or an array
route: options) option "deflate" must be a bool or an array
server: options) option "deflate" must be a bool or an array
route: options) option "deflate" must be a bool or an array
server: options) option "level" must be an int between 1 and 9
route: options) option "level" must be an int between 1 and 9
server: options) option "minSize" must be an int of at least 0
route: options) option "minSize" must be an int of at least 0
server: options) option "memoryBudget" must be an int of at least 0
route: options) must not contain the unknown option "memoryBudget" of deflate; allowed are level, serverNoContextTakeover, clientNoContextTakeover, serverMaxWindowBits, clientMaxWindowBits, minSize
server: options) option "clientMaxWindowBits" must be an int between 8 and 15
route: options) option "clientMaxWindowBits" must be an int between 8 and 15
server: options) must not contain the unknown option "windowBits" of deflate; allowed are level, serverNoContextTakeover, clientNoContextTakeover, serverMaxWindowBits, clientMaxWindowBits, minSize, memoryBudget
route: options) must not contain the unknown option "windowBits" of deflate; allowed are level, serverNoContextTakeover, clientNoContextTakeover, serverMaxWindowBits, clientMaxWindowBits, minSize
server: taken
route: options) must not contain the unknown option "memoryBudget" of deflate; allowed are level, serverNoContextTakeover, clientNoContextTakeover, serverMaxWindowBits, clientMaxWindowBits, minSize
/plain none
/small permessage-deflate; server_max_window_bits=9
/same permessage-deflate
