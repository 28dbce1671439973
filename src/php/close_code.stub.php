<?php

/** @generate-class-entries */

namespace RtComm\WebSocket;

/**
 * Close codes (RFC 6455 7.4.1 and the IANA registry). 3000-3999 are for libraries and frameworks, which
 * register them; 4000-4999 are for applications among themselves.
 *
 * @strict-properties
 * @not-serializable
 */
final class CloseCode
{
    /**
     * The purpose of the connection is fulfilled.
     * @var int
     */
    public const NORMAL = 1000;
    /**
     * A server goes down, or a browser leaves the page.
     * @var int
     */
    public const GOING_AWAY = 1001;
    /**
     * The peer broke the protocol.
     * @var int
     */
    public const PROTOCOL_ERROR = 1002;
    /**
     * A kind of data that the endpoint does not take, for example binary where text is wanted.
     * @var int
     */
    public const UNSUPPORTED_DATA = 1003;
    /**
     * Never sent: the close frame held no code.
     * @var int
     */
    public const NO_STATUS = 1005;
    /**
     * Never sent: the connection ended without a close frame.
     * @var int
     */
    public const ABNORMAL = 1006;
    /**
     * Data that does not fit the message's kind, for example text that is not UTF-8.
     * @var int
     */
    public const INVALID_PAYLOAD = 1007;
    /**
     * A message that is against the endpoint's rules.
     * @var int
     */
    public const POLICY_VIOLATION = 1008;
    /**
     * A message that is too big to be read.
     * @var int
     */
    public const MESSAGE_TOO_BIG = 1009;
    /**
     * A client expected an extension that the server did not negotiate.
     * @var int
     */
    public const MANDATORY_EXTENSION = 1010;
    /**
     * The endpoint met a condition that it cannot handle.
     * @var int
     */
    public const INTERNAL_ERROR = 1011;
    /**
     * The server restarts; a client may reconnect after 5 to 30 seconds.
     * @var int
     */
    public const SERVICE_RESTART = 1012;
    /**
     * The server is overloaded.
     * @var int
     */
    public const TRY_AGAIN_LATER = 1013;
    /**
     * A gateway got an invalid response from the server behind it.
     * @var int
     */
    public const BAD_GATEWAY = 1014;
    /**
     * Never sent: the TLS handshake failed.
     * @var int
     */
    public const TLS_HANDSHAKE = 1015;

    private function __construct()
    {
    }

    /** Whether a close frame may carry this code: 1000-1003, 1007-1014, 3000-4999. */
    public static function isValid(int $code): bool
    {
    }
}
