--TEST--
Accept-Encoding decides (RFC 9110 12.5.3), on routes with deflate only; HEAD says what GET would
--EXTENSIONS--
rtcomm
zlib
--SKIPIF--
<?php
require __DIR__ . '/gzip.inc';
skip_without_deflate();
?>
--FILE--
<?php
require __DIR__ . '/gzip.inc';

$server = new RtComm\Server(null, ['deflate' => ['minSize' => 0], 'origins' => ['*']], new RtComm\Loop());
$server->feed('/feed');
$server->handle('/chat', open: fn($conn) => $conn->send('hello'));
$server->handle('/plain', open: fn() => 1, options: ['deflate' => false]);
$server->handle('/own', open: fn() => 1, options: ['origins' => ['https://one.test']]);
$address = serve($server);

function ask(string $method, string $target, array $headers): string
{
    global $server, $address;
    $client = new HttpClient($server, $address);
    return coding($client->request($method, $target, $headers));
}

foreach (['gzip', 'br, x-gzip;q=0.3', '*', 'gzip;q=0, *', 'gzip;q=2', 'identity, gzip;q=0.5', 'br', ''] as $wanted) {
    printf("%-22s", "'$wanted'");
    $headers = $wanted === '' ? [] : ['Accept-Encoding' => $wanted];
    $answers = [
        preg_replace('/; Content-Length: \d+|Content-Length: \d+; /', '', ask('GET', '/feed?channel=a&wait=0', $headers)),
        preg_replace('/; Content-Length: \d+|Content-Length: \d+; /', '', ask('GET', '/chat', $headers)),
        coding((new GzipStream($server, $address, '/feed?channel=a', $headers + ['Accept-Encoding' => null]))->head),
        coding((new GzipStream($server, $address, '/chat', $headers + ['Accept-Encoding' => null]))->head),
        ask('HEAD', '/feed?channel=a', $headers + ['Accept' => 'text/event-stream']),
        ask('HEAD', '/chat', $headers + ['Accept' => 'text/event-stream']),
    ];
    echo count(array_unique($answers)) === 1 ? "$answers[0]\n" : print_r($answers, true);
}
echo "\nHEAD of a poll: ", ask('HEAD', '/feed?channel=a', ['Accept-Encoding' => 'gzip']), "\n";
echo 'another origin: ', coding((new GzipStream($server, $address, '/chat', ['Origin' => 'https://one.test']))->head), "\n";
echo 'one of some: ', coding((new GzipStream($server, $address, '/own', ['Origin' => 'https://one.test']))->head), "\n";
echo 'without deflate: ', coding((new GzipStream($server, $address, '/plain'))->head), "\n";
echo 'the same, another origin: ', coding((new GzipStream($server, $address, '/plain', ['Origin' => 'https://one.test']))->head), "\n";
echo 'HTTP/1.0: ';
$old = new Client($server, $address);
$old->write("GET /feed?channel=a&wait=0 HTTP/1.0\r\nHost: test\r\nAccept-Encoding: gzip\r\n\r\n");
echo json_decode(inflated_body($old->all()))->gap === false ? "good\n" : "bad\n";
?>
--EXPECT--
'gzip'                Vary: Accept-Encoding; Content-Encoding: gzip
'br, x-gzip;q=0.3'    Vary: Accept-Encoding; Content-Encoding: gzip
'*'                   Vary: Accept-Encoding; Content-Encoding: gzip
'gzip;q=0, *'         Vary: Accept-Encoding
'gzip;q=2'            Vary: Accept-Encoding
'identity, gzip;q=0.5'Vary: Accept-Encoding
'br'                  Vary: Accept-Encoding
''                    Vary: Accept-Encoding

HEAD of a poll: Vary: Accept-Encoding
another origin: Vary: Origin, Accept-Encoding; Content-Encoding: gzip
one of some: Vary: Origin, Accept-Encoding; Content-Encoding: gzip
without deflate: (none)
the same, another origin: Vary: Origin
HTTP/1.0: good
