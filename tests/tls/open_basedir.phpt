--TEST--
open_basedir holds for certificates
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

ini_set('open_basedir', __DIR__ . '/certificates');
try {
    new RtComm\Tls(certificate('server.pem'), '/etc/passwd');
} catch (RtComm\ListenException $e) {
    echo $e->getMessage(), "\n";
}
tls();
echo "good\n";
?>
--EXPECTF--
open_basedir does not allow /etc/passwd
good
