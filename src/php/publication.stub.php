<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * A message in a channel's history. Made by Channel::history().
 *
 * @strict-properties
 * @not-serializable
 */
final class Publication
{
    /** "EPOCH:OFFSET": OFFSET counts up by one in the channel, EPOCH changes when its numbering starts anew. */
    public readonly string $id;

    /** The channel's name. */
    public readonly string $channel;

    /** What was published: valid UTF-8 unless $binary. */
    public readonly string $data;

    /** The name of the event, or null. */
    public readonly ?string $event;

    /** True for bytes, false for text. */
    public readonly bool $binary;

    /** When it was published, in seconds since 1970, as microtime(true) gives them. */
    public readonly float $time;

    private function __construct()
    {
    }
}
