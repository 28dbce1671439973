--TEST--
HEAD begins nothing, other methods get 405 with Allow
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('it shows whole heads');
?>
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn() => print "opened\n");
$server->handle('/websocket', open: fn() => print "opened\n", transports: [RtComm\Transport::WebSocket]);
$address = serve($server);
foreach (['/', '/websocket'] as $target) {
    foreach (['HEAD', 'PUT', 'PATCH', 'OPTIONS', 'POST', 'DELETE', 'BREW'] as $method) {
        $client = new HttpClient($server, $address);
        $response = $client->request($method, $target);
        preg_match('/^Allow: .*$/m', str_replace("\r", '', $response), $allow);
        echo "$method $target: ", trim(brief($response)), ' ', $allow[0] ?? '', "\n";
    }
}
$client = new HttpClient($server, $address);
echo show($client->request('HEAD', '/', ['Accept' => 'text/event-stream']));
echo $server->stats()['sessions'], "\n";
--EXPECT--
HEAD /: 200 
PUT /: 405 that method is not allowed here Allow: GET, HEAD, POST, DELETE, OPTIONS
PATCH /: 405 that method is not allowed here Allow: GET, HEAD, POST, DELETE, OPTIONS
OPTIONS /: 204 Allow: GET, HEAD, POST, DELETE, OPTIONS
POST /: 400 the query names no session 
DELETE /: 400 the query names no session 
BREW /: 405 that method is not allowed here Allow: GET, HEAD, POST, DELETE, OPTIONS
HEAD /websocket: 426 
PUT /websocket: 405 that method is not allowed here Allow: GET, OPTIONS
PATCH /websocket: 405 that method is not allowed here Allow: GET, OPTIONS
OPTIONS /websocket: 204 Allow: GET, OPTIONS
POST /websocket: 405 that method is not allowed here Allow: GET, OPTIONS
DELETE /websocket: 405 that method is not allowed here Allow: GET, OPTIONS
BREW /websocket: 405 that method is not allowed here Allow: GET, OPTIONS
HTTP/1.1 200 OK
Connection: keep-alive
Content-Type: text/event-stream
Cache-Control: no-store
0
