--TEST--
A log that cannot be written, on a full disk or into a pipe that nobody reads, neither blocks nor ends the server
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php if (!file_exists("/dev/full")) die("skip no /dev/full"); ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$code = <<<'CODE'
    $server = new RtComm\Server();
    $server->http('/', fn() => throw new Exception(str_repeat('x', 3000)));
    $address = serve($server);
    for ($i = 0; $i < 60; $i++) {
        (new HttpClient($server, $address))->get('/');
        /* Each server has ten lines. */
        if ($i % 10 === 9) {
            settle($server);
            $lost = ($lost ?? 0) + $server->stats()['logLost'];
            $server = new RtComm\Server();
            $server->http('/', fn() => throw new Exception(str_repeat('x', 3000)));
            $address = serve($server);
        }
    }
    var_dump($lost > 0);
CODE;
$run = function ($stderr) use ($code) {
    $arguments = getenv('TEST_PHP_EXTRA_ARGS') ?: '';
    $code = 'require ' . var_export(__DIR__ . '/../client.inc', true) . '; ' . $code;
    $process = proc_open(
        'exec ' . escapeshellarg(PHP_BINARY) . " $arguments -r " . escapeshellarg($code),
        [['file', '/dev/null', 'r'], ['pipe', 'w'], $stderr],
        $pipes,
    );
    echo stream_get_contents($pipes[1]);
    if (isset($pipes[2])) {
        fclose($pipes[2]);
    }
    echo 'exit ', proc_close($process), "\n";
};
$run(['file', '/dev/full', 'w']);
$run(['pipe', 'w']);
--EXPECT--
bool(true)
exit 0
bool(true)
exit 0
