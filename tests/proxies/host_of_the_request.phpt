--TEST--
The own host of an origin is that of Host: X-Forwarded-Host is not read
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$behind = new Behind(['trustedProxies' => ['127.0.0.1']]);
foreach ([
    ['Host' => 'chat.example', 'X-Forwarded-Host' => 'evil.example', 'Origin' => 'https://chat.example'],
    ['Host' => 'chat.example', 'X-Forwarded-Host' => 'evil.example', 'Origin' => 'https://evil.example'],
    ['Host' => 'chat.example:443', 'X-Forwarded-Proto' => 'https', 'Origin' => 'https://chat.example'],
] as $fields) {
    $client = new WebSocketClient($behind->server, $behind->address, '/who', $fields);
    echo strtok($client->response, "\r"), "\n";
}
--EXPECT--
HTTP/1.1 101 Switching Protocols
HTTP/1.1 403 Forbidden
HTTP/1.1 101 Switching Protocols
