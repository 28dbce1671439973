--TEST--
What is wrong with the files is said by the exception
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$directory = sys_get_temp_dir() . '/rtcomm-errors-' . getmypid();
mkdir($directory);
file_put_contents("$directory/empty", '');
file_put_contents("$directory/text", "no certificate\n");
file_put_contents("$directory/torn", substr(file_get_contents(certificate('server.pem')), 0, 300));
file_put_contents("$directory/bad", str_replace('MII', 'AII', file_get_contents(certificate('server.pem'))));
file_put_contents("$directory/bad-chain", file_get_contents(certificate('server.pem')) . file_get_contents("$directory/bad"));

function attempt(mixed ...$arguments): void
{
    global $directory;
    try {
        new RtComm\Tls(...$arguments);
        echo "good\n";
    } catch (RtComm\ListenException $e) {
        echo strtr($e->getMessage(), [$directory => '', __DIR__ . '/certificates' => '']), "\n";
    }
    /* PHP's own extension reads the same queue. */
    while (($error = openssl_error_string()) !== false) {
        echo "left over: $error\n";
    }
}

$certificate = certificate('server.pem');
$key = certificate('server.key');
attempt("$directory/none.pem", $key);
attempt($directory, $key);
attempt("$directory/empty", $key);
attempt("$directory/text", $key);
attempt("$directory/torn", $key);
attempt("$directory/bad", $key);
attempt("$directory/bad-chain", $key);
attempt($key, $key);
attempt($certificate, "$directory/none.key");
attempt($certificate, $certificate);
attempt($certificate, certificate('chat.key'));
attempt($certificate, certificate('encrypted.key'));
attempt($certificate, certificate('encrypted.key'), 'open says me');
attempt($certificate, certificate('encrypted.key'), str_repeat('long', 1000));
attempt($certificate, certificate('encrypted.key'), 'open sesame');
attempt($certificate, $key, 'not needed');
attempt($certificate, $key, null, ['chat.example' => ['certificate' => certificate('chat.pem'), 'privateKey' => $key]]);
attempt($certificate, $key, null, ['localhost' => ['certificate' => $certificate, 'privateKey' => certificate('encrypted.key'), 'passphrase' => 'open sesame']]);
attempt($certificate, $key, null, [], "$directory/none.pem");
attempt($certificate, $key, null, [], "$directory/text");
attempt($certificate, $key, null, [], "$directory/bad-chain");
attempt($certificate, $key, null, [], $key);
attempt('/dev/null', $key);
array_map('unlink', glob("$directory/*"));
rmdir($directory);
?>
--EXPECTF--
cannot read the certificate /none.pem: No such file or directory
cannot read the certificate : it is not a file
there is no certificate in /empty
there is no certificate in /text
the certificate in /torn cannot be read: %s
the certificate in /bad cannot be read: %s
the chain in /bad-chain cannot be read: %s
there is no certificate in /server.key
cannot read the private key /none.key: No such file or directory
there is no private key in /server.pem
the private key in /chat.key does not belong to the certificate in /server.pem
the private key in /encrypted.key is encrypted, and no passphrase is given
the passphrase of the private key in /encrypted.key is wrong
the passphrase of the private key in /encrypted.key is wrong
good
good
the private key in /server.key does not belong to the certificate in /chat.pem
good
cannot read the client CA file /none.pem: No such file or directory
there is no certificate in /text
a certificate in /bad-chain cannot be read: %s
there is no certificate in /server.key
cannot read the certificate /dev/null: it is not a file
