<?php

/** @generate-class-entries */

namespace RtComm\Sse;

/**
 * One server-sent event (WHATWG HTML 9.2). Text is UTF-8: what is not, browsers show as U+FFFD.
 *
 * @strict-properties
 * @not-serializable
 */
final class Event implements \Stringable
{
    /** The message; CRLF, CR and LF in it arrive as LF. */
    public readonly string $data;

    /** The event's type, which browsers call "message" when there is none. */
    public readonly ?string $event;

    /** What the client sends as Last-Event-ID when it connects again; '' makes it forget the last one. */
    public readonly ?string $id;

    /** How long the client waits before it connects again, in milliseconds. */
    public readonly ?int $retry;

    /** Ignored by clients. */
    public readonly ?string $comment;

    /**
     * With no data, no $event and no $id, but a $retry or a $comment, only these are sent, and the client gets no
     * message. In all other cases it gets one, be it empty.
     *
     * @throws \ValueError If there is a CR, LF or NUL in $event or $id, or $retry is negative.
     */
    public function __construct(
        string $data = '',
        ?string $event = null,
        ?string $id = null,
        ?int $retry = null,
        ?string $comment = null
    ) {
    }

    /** The event as it goes over the network, with the empty line at its end. */
    public function __toString(): string
    {
    }
}
