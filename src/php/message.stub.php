<?php

/** @generate-class-entries */

namespace RtComm\WebSocket;

/**
 * A whole message, of one frame or more, as Decoder::push() gives it.
 *
 * @strict-properties
 * @not-serializable
 */
final class Message implements \Stringable
{
    /** The message's bytes; valid UTF-8 unless $binary. */
    public readonly string $payload;

    /** True for a binary message, false for text. */
    public readonly bool $binary;

    private function __construct()
    {
    }

    /** The payload. */
    public function __toString(): string
    {
    }
}
