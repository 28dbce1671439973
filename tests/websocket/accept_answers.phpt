--TEST--
accept that returns a Response: that is the answer, and the connection goes on with HTTP
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function () {
    echo "open\n";
}, accept: fn() => new RtComm\Response(401, 'who are you?', ['WWW-Authenticate' => 'Bearer']));
$server->http('/page', fn() => 'page');
$client = new HttpClient($server, serve($server));
$client->write(WebSocketClient::handshake());
echo show($client->response()), body($client->get('/page')), "\n";
--EXPECT--
HTTP/1.1 401 Unauthorized
Content-Length: 12
Connection: keep-alive
WWW-Authenticate: Bearer
Content-Type: text/plain; charset=utf-8

who are you?
page
