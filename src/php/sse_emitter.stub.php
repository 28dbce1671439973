<?php

/** @generate-class-entries */

namespace RtComm\Sse;

/**
 * Makes the response of this request an event stream (WHATWG HTML 9.2), under any SAPI, and sends each event at once.
 *
 * A stream ends when the client leaves, which shows when something is sent, or when $maxDuration is over. The method
 * that finds out returns false. A script that calls send(), comment(), wait() or stream() once more ends there, as
 * with exit, so that a loop which looks at no result holds no worker. With ignore_user_abort it gets false again.
 *
 * @strict-properties
 * @not-serializable
 */
final class Emitter
{
    /** The Last-Event-ID that the client sent: where to go on. Null if it sent none. */
    public readonly ?string $lastEventId;

    /**
     * Sends the headers. Before that it writes and closes the session, drops the contents of output buffers and ends
     * them, and turns zlib.output_compression and max_execution_time off. Under the command line there are no headers.
     *
     * @param float $heartbeat Seconds without anything sent after which a comment goes out, from wait(), stream() or
     *     isOpen(): it keeps proxies from closing the stream, and shows whether the client is there. 0: none.
     * @param float|null $maxDuration Seconds after which the stream ends, with a `retry:` for the client, which
     *     connects again. Null: only the client ends it.
     * @param array $headers More headers: values by name; a value is a string, a number or a list of them.
     * @throws \RtComm\RuntimeException If headers were already sent.
     * @throws \ValueError If a time is out of range, or a header may not be sent or is the emitter's own.
     */
    public function __construct(float $heartbeat = 15.0, ?float $maxDuration = null, array $headers = [])
    {
    }

    /**
     * Sends one event; a string is its data.
     *
     * @return bool False once the stream is over, be it while this was sent: then there is no use in sending more.
     */
    public function send(Event|string $event): bool
    {
    }

    /** Sends a comment, which clients ignore. The result is that of send(). */
    public function comment(string $text = ''): bool
    {
    }

    /**
     * Sleeps, with heartbeats, until the time is over, the stream is, or a signal came.
     *
     * @param float $seconds 0 or more.
     * @return bool False once the stream is over.
     * @throws \ValueError If the time is out of range.
     */
    public function wait(float $seconds): bool
    {
    }

    /** Whether the stream goes on. To find out, it sends a heartbeat if one is due, or ends the stream in time. */
    public function isOpen(): bool
    {
    }

    /**
     * Sends what the iterable yields (Event, string or null) until that or the stream ends. Null sends nothing but a
     * heartbeat if one is due: a generator that has nothing to say yields it now and then, or calls wait(). While a
     * generator blocks elsewhere there are no heartbeats, and the end of $maxDuration is noticed when it yields.
     *
     * @throws \TypeError If something else is yielded.
     */
    public function stream(iterable $events): void
    {
    }
}
