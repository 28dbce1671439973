<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * A request as the client sent it (RFC 9112). The getters have the names of PSR-7's, so that ported code keeps
 * working; getBody() gives a string.
 *
 * @strict-properties
 * @not-serializable
 */
final class Request
{
    /** As sent: methods are case-sensitive. */
    public readonly string $method;

    /** The request target as sent, usually the path and the query. */
    public readonly string $target;

    /** The path of the target, not decoded, without the query; "*" for "OPTIONS *". */
    public readonly string $path;

    /** "1.0" or "1.1". */
    public readonly string $protocolVersion;

    /** Empty if there is none. */
    public readonly string $body;

    /** What stood for the route's {placeholders}, by their names, percent-decoded. */
    public readonly array $params;

    private function __construct()
    {
    }

    /**
     * The query as PHP's $_GET would have it, nested arrays and changed names ("a.b" is "a_b") included. What goes
     * past max_input_vars or max_input_nesting_level is left out.
     *
     * @param string|null $name One value (null if there is none); by default the whole array.
     */
    public function query(?string $name = null): mixed
    {
    }

    /**
     * The cookies as PHP's $_COOKIE would have them; see query().
     *
     * @param string|null $name One value (null if there is none); by default the whole array.
     */
    public function cookie(?string $name = null): mixed
    {
    }

    /** The value of a header, in any case; several fields of the name are joined with ", ". Null if there is none. */
    public function header(string $name): ?string
    {
    }

    /**
     * All headers, as header() gives them, by their names in lower case.
     *
     * @return array<string, string>
     */
    public function headers(): array
    {
    }

    /**
     * The certificate that the client showed in the TLS handshake, as PEM (for openssl_x509_parse()): a Tls
     * with clientCa asks for one. Null without one.
     */
    public function clientCertificate(): ?string
    {
    }

    public function getMethod(): string
    {
    }

    public function getUri(): Uri
    {
    }

    /**
     * The values of all fields of that name, in any case; empty if there is none.
     *
     * @return array<int, string>
     */
    public function getHeader(string $name): array
    {
    }

    /** As header(), but empty if there is none. */
    public function getHeaderLine(string $name): string
    {
    }

    public function hasHeader(string $name): bool
    {
    }

    /**
     * All fields, by their names as the client wrote them first.
     *
     * @return array<string, array>
     */
    public function getHeaders(): array
    {
    }

    public function getRequestTarget(): string
    {
    }

    public function getProtocolVersion(): string
    {
    }

    public function getBody(): string
    {
    }
}
