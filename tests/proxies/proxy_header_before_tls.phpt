--TEST--
On a TLS listener the PROXY header comes in front of the handshake
--EXTENSIONS--
rtcomm
openssl
--SKIPIF--
<?php
try {
    new RtComm\Tls(__DIR__ . '/../server.pem', __DIR__ . '/../server.pem');
} catch (RtComm\Exception $error) {
    echo 'skip ', $error->getMessage();
}
--FILE--
<?php
require __DIR__ . '/proxies.inc';

/** Begins TLS on a connection; false if the server would not. */
function encrypt(HttpClient $client): bool
{
    stream_context_set_option($client->stream, 'ssl', 'verify_peer', false);
    stream_context_set_option($client->stream, 'ssl', 'verify_peer_name', false);
    $done = 0;
    until($client->server, function () use ($client, &$done) {
        $done = @stream_socket_enable_crypto($client->stream, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
        return $done !== 0;
    });
    return $done;
}

$behind = new Behind(['trustedProxies' => ['127.0.0.1'], 'proxyProtocol' => true]);
$pem = __DIR__ . '/../server.pem';
$behind->address = $behind->server->listen('127.0.0.1:0', new RtComm\Tls($pem, $pem));
foreach ([
    "PROXY TCP4 192.0.2.1 198.51.100.1 56324 443\r\n",
    v2_from('2001:db8::7', 4711),
    v2_from('192.0.2.1', 1, str_repeat('x', 3000)),
    "PROXY UNKNOWN\r\n",
] as $header) {
    /* The handshake comes in the same segment as the end of the header, or in another one. */
    foreach ([strlen($header), 10, 1] as $first) {
        $client = $behind->connect(substr($header, 0, $first));
        settle($behind->server);
        $client->write(substr($header, $first));
        var_dump(encrypt($client));
        echo $behind->who('', $client), ', ', body($client->get('/uri')), "\n";
    }
}
/* Without one, and behind a bad one. */
foreach (['', "PROXY TCP4 192.0.2.1\r\n"] as $header) {
    var_dump(encrypt($behind->connect($header)));
    echo $behind->logged();
}
/* And a header without TLS behind it. */
$behind->connect("PROXY UNKNOWN\r\nGET /uri HTTP/1.1\r\nHost: test\r\n\r\n")->all();
echo count(explode("\n", $behind->logged())) - 1, " line\n";
--EXPECT--
bool(true)
192.0.2.1 port 56324, https://test/uri
bool(true)
192.0.2.1 port 56324, https://test/uri
bool(true)
192.0.2.1 port 56324, https://test/uri
bool(true)
2001:db8::7 port 4711, https://test/uri
bool(true)
2001:db8::7 port 4711, https://test/uri
bool(true)
2001:db8::7 port 4711, https://test/uri
bool(true)
192.0.2.1 port 1, https://test/uri
bool(true)
192.0.2.1 port 1, https://test/uri
bool(true)
192.0.2.1 port 1, https://test/uri
bool(true)
127.0.0.1 port its own, https://test/uri
bool(true)
127.0.0.1 port its own, https://test/uri
bool(true)
127.0.0.1 port its own, https://test/uri
bool(false)
warning: closed a connection of a trusted proxy: there is no PROXY header
bool(false)
warning: closed a connection of a trusted proxy: the addresses of the PROXY header are malformed
1 line
