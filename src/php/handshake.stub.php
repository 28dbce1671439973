<?php

/** @generate-class-entries */

namespace RtComm\WebSocket;

/**
 * The server's side of the opening handshake (RFC 6455 4.2), for servers with a loop of their own and for tests.
 *
 * @strict-properties
 * @not-serializable
 */
final class Handshake implements \Stringable
{
    /** 101, or the HTTP status that refuses the request. */
    public readonly int $status;

    /** The subprotocol that was selected: the client's first that the server has too. Null: none. */
    public readonly ?string $subprotocol;

    /** The compression that was agreed on. Null: none. */
    public readonly ?Deflate $deflate;

    /** The HTTP response. */
    private readonly string $response;

    private function __construct()
    {
    }

    /**
     * Sec-WebSocket-Accept for a Sec-WebSocket-Key (RFC 6455 4.2.2).
     *
     * @throws \ValueError If the key is not the base64 form of 16 bytes.
     */
    public static function acceptKey(string $key): string
    {
    }

    /**
     * Judges a request and writes the response. A bad request is no exception: $status says why, and the response
     * ends the connection.
     *
     * @param string $requestHead From the request line to the empty line, up to 16384 bytes; what follows is not
     *     looked at.
     * @param string[] $subprotocols Those that the server speaks. A client that offers none of them is
     *     accepted without one.
     * @param array $options `deflate`: true, or the options of Deflate::negotiate(), to compress messages with clients that
     *     offer it; false by default.
     * @throws \TypeError If $subprotocols holds something else than strings.
     * @throws \ValueError If a subprotocol is not a token (RFC 9110 5.6.2), or an option is unknown or out of range.
     */
    public static function respond(string $requestHead, array $subprotocols = [], array $options = []): Handshake
    {
    }

    /** The response, to be sent as it is. Where $status is not 101, close the connection behind it. */
    public function __toString(): string
    {
    }
}
