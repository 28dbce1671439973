--TEST--
Malformed arguments are ValueErrors that say what is expected
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\Publisher;

function shown(callable $try): void
{
    try {
        $try();
        echo "fine\n";
    } catch (Error $e) {
        echo get_class($e), ': ', str_replace('RtComm\\Publisher::', '', $e->getMessage()), "\n";
    }
}

foreach ([
    '', 'feed', 'ftp://a/', 'HTTP://a', '//a/feed', 'http:/a', 'http://', 'http:///feed', 'http://:80/', 'http://a:/',
    'http://a:0/', 'http://a:65536/', 'http://a:1x/', 'http://a b/', "http://a\r\n/", 'http://a/b?c', 'http://a#b',
    'http://u:p@a/', 'http://u@a/', 'http://[::1/', 'http://[::1]x/', 'http://[1.2.3.4]/', 'http://[::1]:8080/a%20b',
    'http://a/b c', 'http://a/%2', "http://a/b\0", 'http://ü/', 'unix:', 'unix:run/x', 'http://unix:x:/feed',
    'https://unix:/x', 'unix:/x:feed', 'unix:/x:/feed?a', "unix:/x\n:/feed", 'unix:/' . str_repeat('x', 200),
    'http://' . str_repeat('x', 254) . '/',
] as $url) {
    echo json_encode(strlen($url) < 50 ? $url : substr($url, 0, 20) . '...', JSON_UNESCAPED_SLASHES), ' ';
    shown(fn() => new Publisher($url));
}
foreach (['', "a\nb", "a\0", "a\tb", ' a', 'a ', 'a b'] as $secret) {
    shown(fn() => new Publisher('http://a/', $secret));
}
foreach ([0, -1, NAN, INF, 3600.5, 3600, 1e-9] as $timeout) {
    shown(fn() => new Publisher('http://a/', timeout: $timeout));
}
$publisher = new Publisher('unix:/nonexistent');
foreach (['', str_repeat('x', 256), "a\n", "\xFF"] as $channel) {
    shown(fn() => $publisher->publish($channel, 'data'));
}
foreach (["a\nb", "a\r", "\0", "a\tb", ' a', 'a '] as $event) {
    shown(fn() => $publisher->publish('news', 'data', $event));
}
shown(fn() => $publisher->__construct('http://a/'));
?>
--EXPECT--
"" ValueError: __construct(): Argument #1 ($url) must start with "http://", "https://" or "unix:"
"feed" ValueError: __construct(): Argument #1 ($url) must start with "http://", "https://" or "unix:"
"ftp://a/" ValueError: __construct(): Argument #1 ($url) must start with "http://", "https://" or "unix:"
"HTTP://a" fine
"//a/feed" ValueError: __construct(): Argument #1 ($url) must start with "http://", "https://" or "unix:"
"http:/a" ValueError: __construct(): Argument #1 ($url) must start with "http://", "https://" or "unix:"
"http://" ValueError: __construct(): Argument #1 ($url) must have a host that is a name or an IP address
"http:///feed" ValueError: __construct(): Argument #1 ($url) must have a host that is a name or an IP address
"http://:80/" ValueError: __construct(): Argument #1 ($url) must have a host that is a name or an IP address
"http://a:/" ValueError: __construct(): Argument #1 ($url) must have a port from 1 to 65535
"http://a:0/" ValueError: __construct(): Argument #1 ($url) must have a port from 1 to 65535
"http://a:65536/" ValueError: __construct(): Argument #1 ($url) must have a port from 1 to 65535
"http://a:1x/" ValueError: __construct(): Argument #1 ($url) must have a port from 1 to 65535
"http://a b/" ValueError: __construct(): Argument #1 ($url) must have a host that is a name or an IP address
"http://a\r\n/" ValueError: __construct(): Argument #1 ($url) must have a host that is a name or an IP address
"http://a/b?c" ValueError: __construct(): Argument #1 ($url) must not have a query or a fragment
"http://a#b" ValueError: __construct(): Argument #1 ($url) must not have a query or a fragment
"http://u:p@a/" ValueError: __construct(): Argument #1 ($url) must not hold a user or a password: the secret is an argument of its own
"http://u@a/" ValueError: __construct(): Argument #1 ($url) must not hold a user or a password: the secret is an argument of its own
"http://[::1/" ValueError: __construct(): Argument #1 ($url) must have an IPv6 address in its brackets
"http://[::1]x/" ValueError: __construct(): Argument #1 ($url) must have a port or a path behind its host
"http://[1.2.3.4]/" ValueError: __construct(): Argument #1 ($url) must have an IPv6 address in its brackets
"http://[::1]:8080/a%20b" fine
"http://a/b c" ValueError: __construct(): Argument #1 ($url) must have a path of URL characters, others as %XX
"http://a/%2" ValueError: __construct(): Argument #1 ($url) must have a path of URL characters, others as %XX
"http://a/b\u0000" ValueError: __construct(): Argument #1 ($url) must have a path of URL characters, others as %XX
"http://\u00fc/" ValueError: __construct(): Argument #1 ($url) must have a host that is a name or an IP address
"unix:" ValueError: __construct(): Argument #1 ($url) must have the absolute path of a socket behind "unix:"
"unix:run/x" ValueError: __construct(): Argument #1 ($url) must have the absolute path of a socket behind "unix:"
"http://unix:x:/feed" ValueError: __construct(): Argument #1 ($url) must have the absolute path of a socket behind "unix:"
"https://unix:/x" ValueError: __construct(): Argument #1 ($url) must have a port from 1 to 65535
"unix:/x:feed" ValueError: __construct(): Argument #1 ($url) must have a path that starts with a slash
"unix:/x:/feed?a" ValueError: __construct(): Argument #1 ($url) must not have a query or a fragment
"unix:/x\n:/feed" ValueError: __construct(): Argument #1 ($url) must not have control characters in the path of its socket
"unix:/xxxxxxxxxxxxxx..." ValueError: __construct(): Argument #1 ($url) must have a shorter path of its socket: the system has no room for it
"http://xxxxxxxxxxxxx..." ValueError: __construct(): Argument #1 ($url) must have a host that is a name or an IP address
ValueError: __construct(): Argument #2 ($secret) must not be empty; null is for no secret
ValueError: __construct(): Argument #2 ($secret) must not have control characters, or blanks at its ends
ValueError: __construct(): Argument #2 ($secret) must not have control characters, or blanks at its ends
ValueError: __construct(): Argument #2 ($secret) must not have control characters, or blanks at its ends
ValueError: __construct(): Argument #2 ($secret) must not have control characters, or blanks at its ends
ValueError: __construct(): Argument #2 ($secret) must not have control characters, or blanks at its ends
fine
ValueError: __construct(): Argument #3 ($timeout) must be greater than 0 and at most 3600
ValueError: __construct(): Argument #3 ($timeout) must be greater than 0 and at most 3600
ValueError: __construct(): Argument #3 ($timeout) must be greater than 0 and at most 3600
ValueError: __construct(): Argument #3 ($timeout) must be greater than 0 and at most 3600
ValueError: __construct(): Argument #3 ($timeout) must be greater than 0 and at most 3600
fine
fine
ValueError: publish(): Argument #1 ($channel) must be a channel name: 1 to 255 bytes of UTF-8 without control characters
ValueError: publish(): Argument #1 ($channel) must be a channel name: 1 to 255 bytes of UTF-8 without control characters
ValueError: publish(): Argument #1 ($channel) must be a channel name: 1 to 255 bytes of UTF-8 without control characters
ValueError: publish(): Argument #1 ($channel) must be a channel name: 1 to 255 bytes of UTF-8 without control characters
ValueError: publish(): Argument #3 ($event) must not have control characters, or blanks at its ends
ValueError: publish(): Argument #3 ($event) must not have control characters, or blanks at its ends
ValueError: publish(): Argument #3 ($event) must not have control characters, or blanks at its ends
ValueError: publish(): Argument #3 ($event) must not have control characters, or blanks at its ends
ValueError: publish(): Argument #3 ($event) must not have control characters, or blanks at its ends
ValueError: publish(): Argument #3 ($event) must not have control characters, or blanks at its ends
Error: The publisher is already constructed
