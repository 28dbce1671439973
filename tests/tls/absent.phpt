--TEST--
A build without OpenSSL says so when a Tls is wanted
--SKIPIF--
<?php
try {
    new RtComm\Tls('-', '-');
} catch (RtComm\ListenException) {
    exit('skip built with OpenSSL');
} catch (RtComm\RuntimeException) {
}
?>
--FILE--
<?php
try {
    new RtComm\Tls('server.pem', 'server.key', 'secret', [], null, 'TLSv1.3');
} catch (RtComm\Exception $e) {
    echo get_class($e), ': ', $e->getMessage(), "\n";
}
$server = new RtComm\Server();
echo preg_replace('/\d+$/', 'PORT', $server->listen('127.0.0.1:0', null)), "\n";
--EXPECT--
RtComm\RuntimeException: This rtcomm was built without TLS: build it with --with-rtcomm-openssl
127.0.0.1:PORT
