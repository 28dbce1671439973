--TEST--
Relative paths are those of the moment when the object is made
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

chdir(__DIR__ . '/certificates');
$tls = new RtComm\Tls('server.pem', 'server.key');
chdir('/');
$tls->reload();
echo "good\n";
?>
--EXPECT--
good
