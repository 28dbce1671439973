--TEST--
The emitter says where the output started that came before it, and changes nothing
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new WebServer(<<<'PHP'
    if ($_SERVER['REQUEST_URI'] === '/output') {
        echo 'early ';
        flush();
    } else {
        $first = new RtComm\Sse\Emitter();
    }
    ob_start();
    try {
        new RtComm\Sse\Emitter();
    } catch (RtComm\RuntimeException $e) {
        echo str_replace(__DIR__, '', $e->getMessage()), ' ', ob_get_level(), "\n";
    }
    PHP);
foreach (['/output', '/emitter'] as $path) {
    $connection = $server->request(path: $path);
    response_headers($connection);
    echo stream_get_contents($connection);
}
?>
--EXPECT--
early The event stream cannot start: headers were already sent, by output that started in /index.php:3 1
The event stream cannot start: headers were already sent 1
