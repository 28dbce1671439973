<?php

/** @generate-class-entries */

namespace RtComm\WebSocket;

/**
 * Bytes in, messages out, in pieces of any size. Checks everything that RFC 6455 asks of a receiver: frames,
 * fragments, masks, UTF-8, close frames. It answers nothing: pongs and closes are the caller's.
 *
 * @strict-properties
 * @not-serializable
 */
final class Decoder
{
    /**
     * @param Role $from Who sends what is decoded.
     * @param int $maxFrameSize Payload bytes of one frame of a message.
     * @param int $maxMessageSize Payload bytes of all frames of a message. Memory grows with what arrives, not
     *     with what is announced.
     * @param Deflate|null $deflate What was negotiated with the client, for messages that it compresses. Of those,
     *     either size allows an eighth and 64 bytes more on the wire, since what cannot be made smaller becomes
     *     larger; once inflated they may have $maxMessageSize. Null: none may be compressed.
     * @throws \ValueError If a size is less than 1, or $deflate is given for what servers send.
     */
    public function __construct(
        Role $from = Role::Client,
        int $maxFrameSize = 1048576,
        int $maxMessageSize = 1048576,
        ?Deflate $deflate = null
    ) {
    }

    /**
     * Takes the next bytes of the stream. After a close frame, what follows is ignored.
     *
     * @return list<Message|Frame> What these bytes completed, in order: messages, and control frames (Opcode::Close,
     *     Ping, Pong) as they come, also between the fragments of a message.
     * @throws \RtComm\ProtocolException When the peer broke the protocol; closeCode says with what to close the
     *     connection, events holds what was completed before. Each later call throws it again.
     */
    public function push(string $bytes): array
    {
    }

    /** Bytes taken that no Message or Frame has accounted for yet: 0 between messages. */
    public function pendingBytes(): int
    {
    }
}
