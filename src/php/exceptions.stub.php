<?php

/** @generate-class-entries */

namespace RtComm;

/** What every class of this extension throws, apart from \ValueError and \TypeError for arguments. */
interface Exception extends \Throwable
{
}

/** The parent of the exceptions below. */
class RuntimeException extends \RuntimeException implements Exception
{
}

/** A server cannot listen: the address is in use or malformed, permission is missing, a certificate is bad. */
final class ListenException extends RuntimeException
{
}

/** The server or loop is gone, or is already running. */
final class ClosedException extends RuntimeException
{
}

/** A peer broke the WebSocket protocol (RFC 6455). */
class ProtocolException extends RuntimeException
{
    /** The code to close the connection with: 1002, 1007, 1009, or 1011 when memory ran out (RFC 6455 7.4.1). */
    public readonly int $closeCode;

    /**
     * What WebSocket\Decoder::push() had decoded of the same bytes before the fault; otherwise empty.
     *
     * @var list<WebSocket\Message|WebSocket\Frame>
     */
    public readonly array $events;
}

/** Publisher::publish() was refused, timed out, or is not authorised. */
final class PublishException extends RuntimeException
{
}
