<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * One client in a conversation, whichever transport it came by. Made by the server, which holds it from
 * before onOpen until after onClose; `===` and `==` are true only for the connection itself. Dynamic
 * properties are allowed.
 *
 * @not-serializable
 */
#[\AllowDynamicProperties]
final class Connection
{
    /** Counts up from 1 in each server; never used twice. */
    public readonly int $id;

    /** How the client is connected. */
    public readonly Transport $transport;

    /**
     * The client's IP address as text; empty for a unix socket. Behind one of the option trustedProxies, what
     * the proxy says: with the request that began the conversation, or in its PROXY header.
     */
    public readonly string $remoteAddress;

    /** The client's port; 0 for a unix socket, and where a proxy does not say it. */
    public readonly int $remotePort;

    /** The request that began the conversation. */
    public readonly Request $request;

    /** The subprotocol that was selected (RFC 6455 1.9), or null. */
    public readonly ?string $subprotocol;

    /** Yours: the server never looks at it. */
    public mixed $data = null;

    private function __construct()
    {
    }

    /**
     * Sends a text message. It is queued, and written when the current turn of the loop ends.
     *
     * @param string|\Stringable $data valid UTF-8; it is not checked again
     */
    public function send(string|\Stringable $data): SendStatus
    {
    }

    /** Sends a binary message. */
    public function sendBinary(string $data): SendStatus
    {
    }

    /**
     * Sends a ping (RFC 6455 5.5.2) beside those of the option `heartbeat`. On an event stream it is a
     * comment, which no client answers; on a long poll nothing is sent.
     *
     * @param string $data at most 125 bytes
     * @throws \ValueError if $data is longer
     */
    public function ping(string $data = ''): SendStatus
    {
    }

    /**
     * Closes in order: after what is queued a close frame is sent, and the client has `closeTimeout`
     * seconds to answer. onClose follows. No effect on a connection that is closing or closed.
     *
     * @param int $code 1000-1003, 1007-1014 or 3000-4999 (RFC 6455 7.4)
     * @param string $reason UTF-8, at most 123 bytes
     * @throws \ValueError if code or reason may not be sent
     */
    public function close(int $code = 1000, string $reason = ''): static
    {
    }

    /** Cuts the connection at once: what is queued is lost, and onClose is told 1006. */
    public function terminate(): void
    {
    }

    /**
     * Stops reading, so that the client's own sends back up; close frames and pongs wait too. On an event
     * stream or a long poll the client's POSTs wait for their answers.
     */
    public function pause(): void
    {
    }

    /** Reads again. */
    public function resume(): void
    {
    }

    /**
     * Receives what is published in the channel. Subscribing twice is the same as once; it ends with the
     * connection. No effect on a connection that is closed.
     *
     * @param string $channel 1 to 255 bytes of UTF-8 without control characters
     * @throws \ValueError if the name is not valid
     */
    public function subscribe(string $channel): static
    {
    }

    /**
     * @throws \ValueError if the name is not valid
     */
    public function unsubscribe(string $channel): static
    {
    }

    /**
     * Bytes that wait for the client: queued and not yet taken by the kernel; on an event stream or a long
     * poll those of messages that no request of the client has taken.
     */
    public function bufferedBytes(): int
    {
    }

    /** Whether messages can be sent: false from the moment it begins to close. */
    public function isOpen(): bool
    {
    }
}
