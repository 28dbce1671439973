<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * How a conversation ended.
 *
 * @strict-properties
 * @not-serializable
 */
final class CloseInfo
{
    /**
     * The close code (RFC 6455 7.4): the client's if it closed first, ours if we did; 1005 if the
     * client gave none, 1006 if the connection ended without a close frame.
     */
    public readonly int $code;

    /** The reason that came with the code; UTF-8, often empty. */
    public readonly string $reason;

    /** Whether both ends said goodbye with a close frame. */
    public readonly bool $clean;

    /** Whether the client began it. */
    public readonly bool $byPeer;

    private function __construct()
    {
    }
}
