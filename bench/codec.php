<?php
/*
 * How many frames a second PHP makes and reads with one implementation, without a socket. Prints a line of JSON: calls
 * per second, of the fastest of many turns. The frames are made here, byte for byte, and every result is compared.
 *
 *   php codec.php rtcomm|swoole|ratchet SECONDS      for each of the figures
 */
declare(strict_types=1);

use Ratchet\RFC6455\Messaging\CloseFrameChecker;
use Ratchet\RFC6455\Messaging\Frame as RatchetFrame;
use Ratchet\RFC6455\Messaging\MessageBuffer;
use RtComm\WebSocket\Decoder;
use RtComm\WebSocket\Frame;
use Swoole\WebSocket\Server as SwooleServer;

const SIZES = ['64' => 64, '64k' => 65536, '1m' => 1048576];
const BYTES_OF_A_TURN = 4 * 1048576;
const CALLS_OF_A_TURN = 2000;

/** A text frame; masked as a client's. */
function frame(string $payload, bool $masked): string
{
    $length = strlen($payload);
    $bit = $masked ? 0x80 : 0;
    $head = match (true) {
        $length < 126 => pack('CC', 0x81, $bit | $length),
        $length < 65536 => pack('CCn', 0x81, $bit | 126, $length),
        default => pack('CCJ', 0x81, $bit | 127, $length),
    };
    if (!$masked) {
        return $head . $payload;
    }
    $key = "\x12\xab\x05\xf7";
    return $head . $key . ($payload ^ str_repeat($key, intdiv($length, 4) + 1));
}

/* Each gives two functions of a string and a count, which return what the last of so many calls gave. */

function rtcomm(): array
{
    return [
        static function (string $payload, int $count): string {
            for ($i = 0; $i < $count; $i++) {
                $bytes = Frame::encode($payload);
            }
            return $bytes;
        },
        static function (string $bytes, int $count): string {
            $decoder = new Decoder();
            for ($i = 0; $i < $count; $i++) {
                $events = $decoder->push($bytes);
            }
            return $events[0]->payload;
        },
    ];
}

function swoole(): array
{
    return [
        static function (string $payload, int $count): string {
            for ($i = 0; $i < $count; $i++) {
                $bytes = SwooleServer::pack($payload);
            }
            return $bytes;
        },
        static function (string $bytes, int $count): string {
            for ($i = 0; $i < $count; $i++) {
                $frame = SwooleServer::unpack($bytes);
            }
            return $frame->data;
        },
    ];
}

function ratchet(): array
{
    return [
        static function (string $payload, int $count): string {
            for ($i = 0; $i < $count; $i++) {
                $bytes = (new RatchetFrame($payload))->getContents();
            }
            return $bytes;
        },
        static function (string $bytes, int $count): string {
            $last = null;
            $buffer = new MessageBuffer(new CloseFrameChecker(), static function ($message) use (&$last): void {
                $last = $message;
            });
            for ($i = 0; $i < $count; $i++) {
                $buffer->onData($bytes);
            }
            return $last->getPayload();
        },
    ];
}

function measure(callable $work, string $input, string $wanted, float $seconds): float
{
    /* An odd number of calls on a string of its own: Swoole unmasks in place, and the next call masks it again. */
    $count = min(CALLS_OF_A_TURN, intdiv(BYTES_OF_A_TURN, strlen($input))) | 1;
    $best = PHP_INT_MAX;
    $end = hrtime(true) + (int) ($seconds * 1e9);
    do {
        $own = strrev(strrev($input));
        $begin = hrtime(true);
        $given = $work($own, $count);
        $best = min($best, hrtime(true) - $begin);
        if ($given !== $wanted) {
            fwrite(STDERR, "a wrong result\n");
            exit(1);
        }
    } while (hrtime(true) < $end);
    return round($count * 1e9 / max(1, $best), 1);
}

[$encode, $decode] = match ($argv[1]) {
    'rtcomm' => rtcomm(),
    'swoole' => swoole(),
    'ratchet' => ratchet(),
};
$seconds = (float) $argv[2];
$figures = [];
foreach (SIZES as $name => $size) {
    $payload = substr(str_repeat('a line of plain text, ', intdiv($size, 22) + 1), 0, $size);
    $figures["encode_{$name}"] = measure($encode, $payload, frame($payload, false), $seconds);
    $figures["decode_{$name}"] = measure($decode, frame($payload, true), $payload, $seconds);
}
echo json_encode($figures), "\n";
