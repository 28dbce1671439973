--TEST--
Response::file() throws RuntimeException with the path
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

use RtComm\Response;
chdir(__DIR__);
attempt(fn() => Response::file('no-such-file.html'));
attempt(fn() => Response::file('.'));
attempt(fn() => Response::file('http://127.0.0.1:1/'));
attempt(fn() => Response::file("a\0b"));
attempt(fn() => Response::file('request.inc', "text/plain\r\nX: y"));
attempt(fn() => Response::file('request.inc', ''));
?>
--EXPECT--
RtComm\RuntimeException: Cannot read "no-such-file.html": No such file or directory
RtComm\RuntimeException: Cannot read ".": it is not a file
RtComm\RuntimeException: Cannot read "http://127.0.0.1:1/": No such file or directory
ValueError: RtComm\Response::file(): Argument #1 ($path) must not contain any null bytes
ValueError: RtComm\Response::file(): Argument #2 ($contentType) must be a media type
ValueError: RtComm\Response::file(): Argument #2 ($contentType) must be a media type
