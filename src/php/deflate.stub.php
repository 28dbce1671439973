<?php

/** @generate-class-entries */

namespace RtComm\WebSocket;

/**
 * permessage-deflate (RFC 7692) as one connection's server negotiated it, for servers with a loop of their own and for
 * tests. Give it to a Decoder for what the client sends; compress() is for what goes out, in frames with RSV1:
 *
 *     Frame::encode($deflate->compress($text), Opcode::Text, rsv: 4)
 *
 * @strict-properties
 * @not-serializable
 */
final class Deflate
{
    private function __construct()
    {
    }

    /**
     * Takes the first offer that can be taken.
     *
     * @param string $offer The request's Sec-WebSocket-Extensions; several such fields joined with ", ".
     * @param array $options `level` (1 to 9, default 6), `serverNoContextTakeover` and `clientNoContextTakeover`
     *     (bool, default false), `serverMaxWindowBits` and `clientMaxWindowBits` (8 to 15, default 15). A client that
     *     cannot be told to use a smaller window is told to forget its context instead; of 8 bits is only that of
     *     a client that names them itself, others get 9.
     * @return Deflate|null Null: nothing that was offered is spoken here, or rtcomm was built without zlib.
     * @throws \ValueError If an option is unknown or out of range.
     */
    public static function negotiate(string $offer, array $options = []): ?Deflate
    {
    }

    /** The response's Sec-WebSocket-Extensions. */
    public function response(): string
    {
    }

    /**
     * Compresses one message, with what was compressed before in mind unless that was negotiated away: what comes out
     * has to be sent, and in this order.
     */
    public function compress(string $message): string
    {
    }

    /**
     * The message that a client compressed, with the messages before it in mind likewise.
     *
     * @param string $data The payloads of the message's frames, joined.
     * @param int $maxSize Bytes of the message; more than that are never made.
     * @throws \RtComm\ProtocolException With closeCode 1007 if the data is malformed, 1009 if the message is larger. The
     *     connection cannot go on: each later call throws as well.
     * @throws \ValueError If $maxSize is negative.
     */
    public function decompress(string $data, int $maxSize): string
    {
    }
}
