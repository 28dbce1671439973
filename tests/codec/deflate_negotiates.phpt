--TEST--
Deflate::negotiate() takes the first offer that can be taken, and response() says what it came to
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/deflate.inc';
skip_without_deflate();
?>
--FILE--
<?php
use RtComm\WebSocket\Deflate;

$pmd = 'permessage-deflate';
foreach (
    [
        ["$pmd"],
        ["$pmd; client_max_window_bits"],
        ["$pmd; client_max_window_bits=10; server_max_window_bits=8"],
        ["$pmd; server_no_context_takeover; client_no_context_takeover"],
        ["$pmd; client_max_window_bits", ['clientMaxWindowBits' => 9, 'serverMaxWindowBits' => 10]],
        ["$pmd", ['clientMaxWindowBits' => 9]],
        ["$pmd; client_max_window_bits", ['clientMaxWindowBits' => 8]],
        ["$pmd; client_max_window_bits=8", ['clientMaxWindowBits' => 8]],
        ["$pmd", ['serverNoContextTakeover' => true, 'clientNoContextTakeover' => true, 'level' => 9]],
        ["$pmd; client_max_window_bits=15; server_max_window_bits=15"],
        ["$pmd; unknown, $pmd; server_max_window_bits=12"],
        ["x-other, $pmd"],
        ["$pmd; server_max_window_bits=16"],
        ["x-other"],
        [''],
        ["\0\xff;;=\"", ],
    ] as $arguments
) {
    $deflate = Deflate::negotiate(...$arguments);
    echo $deflate === null ? 'null' : $deflate->response(), "\n";
}
?>
--EXPECT--
permessage-deflate
permessage-deflate
permessage-deflate; server_max_window_bits=8; client_max_window_bits=10
permessage-deflate; server_no_context_takeover; client_no_context_takeover
permessage-deflate; server_max_window_bits=10; client_max_window_bits=9
permessage-deflate; client_no_context_takeover
permessage-deflate; client_max_window_bits=9
permessage-deflate; client_max_window_bits=8
permessage-deflate; server_no_context_takeover; client_no_context_takeover
permessage-deflate; server_max_window_bits=15
permessage-deflate; server_max_window_bits=12
permessage-deflate
null
null
null
null
