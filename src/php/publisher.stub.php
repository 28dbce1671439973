<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * Publishes into the feeds of a Server in another process, with an HTTP request for each publication: from PHP-FPM,
 * cron, or a queue worker. It blocks, and needs no Server and no Loop.
 *
 * The connection is kept open and used again by every Publisher for the same server in this process, also in later
 * requests of a PHP-FPM worker. A connection that the server has closed meanwhile is replaced.
 *
 * Nothing is published twice (at most once): a request is repeated, over a new connection, only if the kept one broke
 * before all of it was sent. After an exception with code 0 that says so, the publication may have been accepted.
 *
 * @strict-properties
 * @not-serializable
 */
final class Publisher
{
    /**
     * Connects to nothing yet.
     *
     * @param string $url Of the feed, without the channel: `http://host:port/path`, `https://host/path` (needs
     *     ext/openssl; the certificate is verified), or a unix socket, `http://unix:/run/rtcomm.sock:/path`, where
     *     `http://` may be left out.
     * @param string|null $secret What `feed(publish: ...)` of the server was given; sent as a bearer token (RFC 6750).
     *     On PHP 8.2 and later it is a #[\SensitiveParameter].
     * @param float $timeout Seconds for each publish() as a whole: connecting, sending and waiting for the answer.
     *     More than 0, at most 3600. Only the system's resolver of host names keeps its own time.
     * @throws \ValueError If an argument is malformed.
     */
    public function __construct(string $url, ?string $secret = null, float $timeout = 1.0)
    {
    }

    /**
     * Publishes, and waits until the server has accepted it.
     *
     * @param string $channel 1 to 255 bytes of UTF-8 without control characters.
     * @param string $data Text if it is valid UTF-8, else binary. The server limits its size (maxBodySize).
     * @param string|null $event The event's name, without control characters and without blanks at its ends; null or
     *     empty: none.
     * @return string The publication's id, "EPOCH:OFFSET".
     * @throws \ValueError If an argument is malformed; nothing was sent.
     * @throws PublishException If it was not accepted, or that is not known. The code is the status of the server's
     *     answer, 0 without one.
     */
    public function publish(string $channel, string $data, ?string $event = null): string
    {
    }
}
