--TEST--
The certificate is chosen by the name that the client asks for
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server();
$address = serve_tls($server, tls(sni: [
    'chat.example' => ['certificate' => certificate('chat.pem'), 'privateKey' => certificate('chat.key')],
    '*.example' => ['certificate' => certificate('wildcard.pem'), 'privateKey' => certificate('wildcard.key'), 'passphrase' => null],
]));
foreach (['chat.example', 'CHAT.Example', 'www.example', 'a.b.example', 'example', 'localhost', null] as $name) {
    echo $name ?? '(none)', ': ', shown_to($server, $address, $name), "\n";
}
?>
--EXPECT--
chat.example: chat.example
CHAT.Example: chat.example
www.example: *.example
a.b.example: localhost
example: localhost
localhost: localhost
(none): localhost
