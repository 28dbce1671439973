--TEST--
permessage-deflate: what the server answers to offers, by its options
--EXTENSIONS--
rtcomm
zlib
--SKIPIF--
<?php
require __DIR__ . '/deflate.inc';
skip_without_deflate();
?>
--FILE--
<?php
require __DIR__ . '/deflate.inc';

$pmd = 'permessage-deflate';
foreach (
    [
        [false, $pmd],
        [true, null],
        [true, $pmd],
        [true, "$pmd; client_max_window_bits"],
        [true, "$pmd; unknown"],
        [true, "$pmd; unknown, $pmd; server_no_context_takeover"],
        [true, "$pmd; server_max_window_bits=8"],
        [true, 'x-other, ;;; =, "'],
        [['serverMaxWindowBits' => 10, 'clientMaxWindowBits' => 11], "$pmd; client_max_window_bits"],
        [['serverNoContextTakeover' => true, 'clientNoContextTakeover' => true], $pmd],
        [['memoryBudget' => 0], $pmd],
        [['memoryBudget' => 0, 'clientNoContextTakeover' => true], $pmd],
        [true, 'x-other', "$pmd; unknown, $pmd; server_max_window_bits=9", $pmd],
        [true, "$pmd; server_max_window_bits=\"11\"", $pmd],
    ] as $case
) {
    [$option, $offer, $second, $third] = $case + [null, null, null, null];
    $server = echoing($option);
    /* Several fields, of names that PHP takes for different ones. */
    $more = ['sec-websocket-extensions' => $second, 'SEC-WEBSOCKET-EXTENSIONS' => $third];
    $client = new DeflateClient($server, serve($server), '/', $offer, $more);
    echo $client->extension ?? 'none', "\n";
    if ($client->extension === null) {
        $client->sendPlain(text(1));
        echo $client->text() === text(1) && !$client->compressed ? '' : "not echoed\n";
    } else {
        foreach ([1, 1, 2] as $number) {
            $client->send(text($number));
            echo $client->text() === text($number) && $client->compressed ? '' : "not echoed\n";
        }
    }
}
?>
--EXPECT--
none
none
permessage-deflate
permessage-deflate
none
permessage-deflate; server_no_context_takeover
permessage-deflate; server_max_window_bits=8
none
permessage-deflate; server_max_window_bits=10; client_max_window_bits=11
permessage-deflate; server_no_context_takeover; client_no_context_takeover
permessage-deflate; server_no_context_takeover; client_no_context_takeover
permessage-deflate; client_no_context_takeover
permessage-deflate; server_max_window_bits=9
permessage-deflate; server_max_window_bits=11
