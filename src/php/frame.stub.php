<?php

/** @generate-class-entries */

namespace RtComm\WebSocket;

/**
 * One frame (RFC 6455 5.2), unmasked. Decoder::push() gives control frames as objects of this class, and puts
 * the others together to messages.
 *
 * @strict-properties
 * @not-serializable
 */
final class Frame
{
    public readonly Opcode $opcode;

    /** The payload's bytes, unmasked. A close frame's are its code, 2 bytes in network order, and its reason. */
    public readonly string $payload;

    /** Whether this is the last frame of its message; always true for control frames. */
    public readonly bool $final;

    /** The reserved bits: RSV1 = 4, RSV2 = 2, RSV3 = 1. 0 unless an extension uses them. */
    public readonly int $rsv;

    private function __construct()
    {
    }

    /**
     * Encodes one frame. The payload of a text frame is not checked for UTF-8.
     *
     * @param string $payload Control frames take up to 125 bytes, Close what RFC 6455 5.5.1 says (see close()).
     * @param bool $final False: more fragments follow, as Opcode::Continuation. Control frames are always final.
     * @param bool $mask Clients must mask (with a fresh random key), servers must not.
     * @param int $rsv Reserved bits as in $rsv above, 0 to 7; only on a Text or Binary frame.
     * @throws \ValueError If the arguments do not make a valid frame.
     * @throws \Random\RandomException If there is no source of randomness for the mask.
     */
    public static function encode(
        string $payload,
        Opcode $opcode = Opcode::Text,
        bool $final = true,
        bool $mask = false,
        int $rsv = 0
    ): string {
    }

    /**
     * Encodes a close frame (RFC 6455 5.5.1).
     *
     * @param int $code A code for which CloseCode::isValid() is true.
     * @param string $reason UTF-8, up to 123 bytes.
     * @param bool $mask Clients must mask, servers must not.
     * @throws \ValueError If the code may not be sent, or the reason is too long or not UTF-8.
     * @throws \Random\RandomException If there is no source of randomness for the mask.
     */
    public static function close(int $code = CloseCode::NORMAL, string $reason = '', bool $mask = false): string
    {
    }

    /**
     * Decodes one frame, and checks what can be said of a frame on its own: lengths, opcode, mask, the rules for
     * control frames, a close frame's payload. Whether frames make a message, and whether a text is UTF-8, is the
     * business of Decoder. Reserved bits are allowed on Text and Binary frames and given in $rsv.
     *
     * @param string $bytes Frames, the last of them perhaps incomplete.
     * @param int $offset Where the frame begins, in bytes; moves past it, and stays when more bytes are needed.
     * @param Role $from Who sent it.
     * @param int $maxPayload Bytes; a longer data frame is refused when its header is known.
     * @return Frame|null Null when more bytes are needed.
     * @throws \ValueError If $offset is not inside $bytes, or $maxPayload is less than 1.
     * @throws \RtComm\ProtocolException With closeCode 1002, 1007 (close reason) or 1009; $offset stays.
     */
    public static function decode(
        string $bytes,
        int &$offset = 0,
        Role $from = Role::Client,
        int $maxPayload = 1048576
    ): ?Frame {
    }
}
