--TEST--
What the constructor of Tls is given is checked
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$certificate = certificate('server.pem');
$key = certificate('server.key');
$entry = ['certificate' => $certificate, 'privateKey' => $key];
$attempts = [
    fn() => new RtComm\Tls("$certificate\0", $key),
    fn() => tls(minVersion: 'TLSv1.1'),
    fn() => tls(minVersion: ''),
    fn() => tls(sni: ['a.example']),
    fn() => tls(sni: ['a.example' => 'pem']),
    fn() => tls(sni: ['' => $entry]),
    fn() => tls(sni: ['*' => $entry]),
    fn() => tls(sni: ['*.*.example' => $entry]),
    fn() => tls(sni: ['a b' => $entry]),
    fn() => tls(sni: ['.example' => $entry]),
    fn() => tls(sni: [str_repeat('a', 254) => $entry]),
    fn() => tls(sni: ['a.example' => []]),
    fn() => tls(sni: ['a.example' => ['certificate' => $certificate]]),
    fn() => tls(sni: ['a.example' => ['certificate' => 1] + $entry]),
    fn() => tls(sni: ['a.example' => ['privateKey' => "a\0b"] + $entry]),
    fn() => tls(sni: ['a.example' => $entry + ['passphrase' => 1]]),
    fn() => tls(sni: ['a.example' => $entry + ['key' => $key]]),
    fn() => tls(sni: ['a.example' => $entry, '*.b.example' => $entry]),
    fn() => tls()->__construct($certificate, $key),
    fn() => clone tls(),
    fn() => serialize(tls()),
];
foreach ($attempts as $attempt) {
    try {
        $attempt();
        echo "good\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
ValueError: RtComm\Tls::__construct(): Argument #1 ($certificate) must not contain any null bytes
ValueError: RtComm\Tls::__construct(): Argument #6 ($minVersion) must be "TLSv1.2" or "TLSv1.3"
ValueError: RtComm\Tls::__construct(): Argument #6 ($minVersion) must be "TLSv1.2" or "TLSv1.3"
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have names of hosts as keys, or such with "*." before them
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have an array with 'certificate' and 'privateKey' for 'a.example'
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have names of hosts as keys, or such with "*." before them
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have names of hosts as keys, or such with "*." before them
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have names of hosts as keys, or such with "*." before them
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have names of hosts as keys, or such with "*." before them
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have names of hosts as keys, or such with "*." before them
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have names of hosts as keys, or such with "*." before them
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have a string without null bytes as 'certificate' of 'a.example'
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have a string without null bytes as 'privateKey' of 'a.example'
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have a string without null bytes as 'certificate' of 'a.example'
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have a string without null bytes as 'privateKey' of 'a.example'
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have a string without null bytes as 'passphrase' of 'a.example'
ValueError: RtComm\Tls::__construct(): Argument #4 ($sni) must have nothing but 'certificate', 'privateKey' and 'passphrase' for 'a.example'
good
Error: The Tls is already constructed
Error: Trying to clone an uncloneable object of class RtComm\Tls
Exception: Serialization of 'RtComm\Tls' is not allowed
