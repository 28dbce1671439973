--TEST--
What a client agreed to forget is not remembered for it: who refers to it is closed with 1007
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

$server = echoing(['minSize' => 0]);
$address = serve($server);
$noise = base64_encode(random_bytes(3000));

/* Compresses in a context and a window of its own, whatever was agreed on. */
function attempt(string $what, string $offer, string ...$messages): void
{
    global $server, $address;
    $client = new DeflateClient($server, $address, '/', "permessage-deflate$offer");
    $context = deflate_init(ZLIB_ENCODING_RAW, ['window' => 15]);
    foreach ($messages as $message) {
        $client->write(client_frame(substr(gzdeflate_sync($message, $context), 0, -4), 1, true, 4));
        $heard = $client->text();
        echo "$what: ", $heard === $message ? 'understood' : $heard, "\n";
    }
}

attempt('all is remembered', '', $noise, $noise);
attempt('nothing is', '; client_no_context_takeover', $noise, $noise);
attempt('the last 4096 bytes are', '; client_max_window_bits=12', $noise, $noise);
attempt('the last 2048 bytes are', '; client_max_window_bits=11', $noise, $noise);
attempt('and of them all', '; client_max_window_bits=11', $noise, substr($noise, -2000), substr($noise, -1900));
attempt('of messages that stand alone too', '; client_max_window_bits=8', 'Hello', 'Hello', 'Hello');
?>
--EXPECT--
all is remembered: understood
all is remembered: understood
nothing is: understood
nothing is: (close 1007 compressed data is malformed)
the last 4096 bytes are: understood
the last 4096 bytes are: understood
the last 2048 bytes are: understood
the last 2048 bytes are: (close 1007 compressed data is malformed)
and of them all: understood
and of them all: understood
and of them all: understood
of messages that stand alone too: understood
of messages that stand alone too: understood
of messages that stand alone too: understood
