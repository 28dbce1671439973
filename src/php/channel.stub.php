<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * A channel of one server: what is published in it goes to every connection that subscribed. Made by
 * Server::channel(). count() is the number of subscribers here.
 *
 * @strict-properties
 * @not-serializable
 */
final class Channel implements \Countable
{
    public readonly string $name;

    private function __construct()
    {
    }

    /**
     * Publishes a message. It is encoded once and shared by all receivers, and written when the current
     * turn of the loop ends.
     *
     * @param string $data text (UTF-8, not checked again), or bytes with $binary
     * @param string|null $event names the event for readers of feeds: the `event` of an event stream or of a
     *     poll's message. Conversations that subscribed get the data alone
     * @param Connection|null $except a subscriber that does not get it
     * @return string the publication's id, "EPOCH:OFFSET"
     * @throws \ValueError if $event holds CR, LF or NUL
     * @throws ClosedException if the server is gone
     */
    public function publish(string $data, ?string $event = null, ?Connection $except = null, bool $binary = false): string
    {
    }

    /**
     * What the channel keeps, oldest first (Server::channels() says how much that is).
     *
     * @param int $limit at most so many, and at least 1: the oldest behind $since, else the newest
     * @param string|null $since a publication's id: what was published after it. If the channel does not reach
     *     back to it, or numbers anew since then, everything that is kept: then the first id is not the next
     *     one behind $since
     * @return list<Publication>
     * @throws \ValueError if $limit is less than 1, or $since is no id
     * @throws ClosedException if the server is gone
     */
    public function history(int $limit = 100, ?string $since = null): array
    {
    }

    /** Subscribers in this process. */
    public function count(): int
    {
    }

    /** The id of the newest publication, "EPOCH:OFFSET"; OFFSET is 0 before the first. */
    public function cursor(): string
    {
    }
}
