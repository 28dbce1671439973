--TEST--
What is sent in one turn goes in one record, and close_notify comes last
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = new RtComm\Server();
$server->handle('/chat', message: function ($conn, $data) {
    for ($i = 0; $i < 100; $i++) {
        $conn->send("message $i");
    }
});
$relay = new Relay(serve_tls($server));
relay($server, $relay);
$client = new WebSocketClient($server, $relay->address, '/chat', [], ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT]);
$relay->sent = '';
$client->send('go');
for ($i = 0; $i < 100; $i++) {
    $last = $client->text();
}
echo $last, ': ', implode(' ', $relay->records()), "\n";
$relay->sent = '';
$client->sendClose();
$client->text();
$client->text();
echo implode(' ', $relay->records()), "\n";
?>
--EXPECT--
message 99: 23
23 21
