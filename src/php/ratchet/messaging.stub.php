<?php

/** @generate-class-entries */

namespace RtComm\Ratchet\RFC6455\Messaging;

/**
 * A message that a client sent. To send it hands on its kind, text or binary.
 *
 * @strict-properties
 * @not-serializable
 */
final class Message implements MessageInterface
{
    private string $payload;
    private bool $binary;

    private function __construct()
    {
    }

    /**
     * Always true: fragments are joined before anybody sees them.
     *
     * @return bool
     */
    public function isCoalesced()
    {
    }

    /** @return int */
    public function getPayloadLength()
    {
    }

    /** @return string */
    public function getPayload()
    {
    }

    /**
     * The payload.
     *
     * @return string
     */
    public function getContents()
    {
    }

    public function __toString(): string
    {
    }

    /** @return int */
    public function getOpcode()
    {
    }

    /** @return bool */
    public function isBinary()
    {
    }

    /**
     * The number of its frames, which is always 1: see isCoalesced().
     *
     * @return int
     * @tentative-return-type
     */
    public function count(): int
    {
    }
}

/**
 * A frame to give to Connection::send(): how a component sends binary messages and pings.
 *
 * @strict-properties
 * @not-serializable
 */
class Frame implements FrameInterface
{
    /** @var int */
    public const OP_CONTINUE = 0;
    /** @var int */
    public const OP_TEXT = 1;
    /** @var int */
    public const OP_BINARY = 2;
    /** @var int */
    public const OP_CLOSE = 8;
    /** @var int */
    public const OP_PING = 9;
    /** @var int */
    public const OP_PONG = 10;

    /** @var int */
    public const CLOSE_NORMAL = 1000;
    /** @var int */
    public const CLOSE_GOING_AWAY = 1001;
    /** @var int */
    public const CLOSE_PROTOCOL = 1002;
    /** @var int */
    public const CLOSE_BAD_DATA = 1003;
    /** @var int */
    public const CLOSE_NO_STATUS = 1005;
    /** @var int */
    public const CLOSE_ABNORMAL = 1006;
    /** @var int */
    public const CLOSE_BAD_PAYLOAD = 1007;
    /** @var int */
    public const CLOSE_POLICY = 1008;
    /** @var int */
    public const CLOSE_TOO_BIG = 1009;
    /** @var int */
    public const CLOSE_MAND_EXT = 1010;
    /** @var int */
    public const CLOSE_SRV_ERR = 1011;
    /** @var int */
    public const CLOSE_TLS = 1015;

    private string $payload;
    private bool $final;
    private int $opcode;

    /**
     * @param string|null $payload
     * @param bool $final
     * @param int $opcode
     */
    public function __construct($payload = null, $final = true, $opcode = 1)
    {
    }

    /** @return bool */
    public function isCoalesced()
    {
    }

    /** @return int */
    public function getPayloadLength()
    {
    }

    /** @return string */
    public function getPayload()
    {
    }

    /**
     * The bytes of the frame as a server sends it.
     *
     * @return string
     */
    public function getContents()
    {
    }

    public function __toString(): string
    {
    }

    /** @return bool */
    public function isFinal()
    {
    }

    /**
     * Always false: servers do not mask.
     *
     * @return bool
     */
    public function isMasked()
    {
    }

    /** @return int */
    public function getOpcode()
    {
    }
}
