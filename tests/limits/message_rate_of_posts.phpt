--TEST--
messageRate: POSTs of a session past it get 429 with Retry-After and the session stays; POSTs to feeds count per connection
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

$server = new RtComm\Server(null, ['messageRate' => ['rate' => 0.01, 'burst' => 2]]);
$got = new ArrayObject();
$server->handle('/', message: fn($conn, $data) => $got[] = $data, close: fn() => print "closed\n");
$server->feed('/feed', publish: 'secret');
$address = serve($server);
$first = new PollClient($server, $address);
$second = new PollClient($server, $address);
for ($i = 0; $i < 4; $i++) {
    $response = post($server, $address, "/?session=$first->token", "m$i");
    echo $i < 3 ? brief($response) : preg_replace('/After: (100|101|9\d)$/m', 'After: N', show($response));
}
echo brief(post($server, $address, "/?session=$second->token", 'other'));
$server->connections()[0]->send('still here');
$server->connections()[1]->send('still here');
echo $first->text(), "\n", implode(' ', (array) $got), "\n";

for ($i = 0; $i < 2; $i++) {
    $client = new HttpClient($server, $address);
    for ($j = 0; $j < 3; $j++) {
        $client->write("POST /feed?channel=a HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer secret\r\nContent-Length: 1\r\n\r\nx");
        echo status($client->response()), "\n";
    }
}
--EXPECT--
204
204
429 too many messages
HTTP/1.1 429 Too Many Requests
Content-Length: 18
Connection: close
Content-Type: text/plain; charset=utf-8
Retry-After: N

too many messages
204
still here
m0 m1 other
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 429 Too Many Requests
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 429 Too Many Requests
