--TEST--
While the server stops health() says so with 503, and metrics() answers; other requests are refused
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->metrics()->health()->http('/', fn() => 'page');
$address = serve($server);
$clients = [];
foreach (['/health', '/metrics', '/'] as $path) {
    $clients[$path] = (new HttpClient($server, $address))->write("GET $path HTTP/1.1\r\n");
}
settle($server);
$server->stop();
foreach ($clients as $path => $client) {
    $client->write("Host: a\r\n\r\n");
    $response = $client->response();
    echo $path, ' ', status($response), "\n";
    preg_match('/^rtcomm_stopping .*$/m', body($response), $line);
    echo trim($line[0] ?? body($response)), "\n";
}
echo $server->stats()['refused'], " refused\n";
--EXPECT--
/health HTTP/1.1 503 Service Unavailable
{"status":"stopping"}
/metrics HTTP/1.1 200 OK
rtcomm_stopping 1
/ HTTP/1.1 503 Service Unavailable
the server is stopping
1 refused
