<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * What a script does in a conversation. Given to Server::handle(). One handler serves all connections
 * of its route.
 */
interface Handler
{
    /** The conversation begins; messages can be sent. */
    public function onOpen(Connection $conn): void;

    /**
     * A whole message has arrived.
     *
     * @param string $data valid UTF-8 unless $binary
     */
    public function onMessage(Connection $conn, string $data, bool $binary): void;

    /** The conversation is over. Exactly once for each onOpen, and nothing after it. */
    public function onClose(Connection $conn, CloseInfo $info): void;

    /**
     * One of the others threw. The connection stays open unless it is closed here; what this throws
     * closes it with 1011 and leaves Server::run().
     */
    public function onError(Connection $conn, \Throwable $error): void;
}
