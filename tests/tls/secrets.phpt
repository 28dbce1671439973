--TEST--
Passphrases do not show in traces
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

try {
    new RtComm\Tls('/nowhere', '/nowhere', 'open sesame', ['a.example' => ['certificate' => '', 'privateKey' => '', 'passphrase' => 'open sesame']]);
} catch (RtComm\ListenException $e) {
    echo PHP_VERSION_ID < 80200 || !str_contains(print_r($e->getTrace(), true), 'sesame') ? "hidden\n" : "seen\n";
}
?>
--EXPECT--
hidden
