<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * An answer to an HTTP request. Handlers may also return a string (200, text/plain, UTF-8) or an array (200, JSON).
 *
 * @strict-properties
 * @not-serializable
 */
final class Response
{
    /**
     * @param int $status 200 to 599.
     * @param array $headers Values by name; a value is a string, a number or a list of them. Without a Content-Type
     *     a body is sent as text/plain in UTF-8. Connection, Content-Length, Date and Transfer-Encoding are the
     *     server's business.
     * @throws \ValueError If the status is none, or a header's name or value may not be sent (RFC 9110 5).
     */
    public function __construct(int $status = 200, string $body = '', array $headers = [])
    {
    }

    /**
     * A value as JSON (RFC 8259), slashes unescaped.
     *
     * @param int $status 200 to 599.
     * @throws \JsonException If the value cannot be encoded.
     * @throws \ValueError If the status is none.
     */
    public static function json(mixed $value, int $status = 200): Response
    {
    }

    /**
     * The contents of a local file, read now and as a whole: for a demo's page, not for a file server.
     *
     * @param string|null $contentType By default what the file name's extension says, of the usual types of the web;
     *     else application/octet-stream.
     * @throws RuntimeException If the file cannot be read.
     * @throws \ValueError If $contentType may not be sent.
     */
    public static function file(string $path, ?string $contentType = null): Response
    {
    }
}
