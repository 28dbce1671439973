<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * The URI that a request asked for (RFC 9110 7.1), with the getters of PSR-7's UriInterface. Nothing is decoded.
 *
 * @strict-properties
 * @not-serializable
 */
final class Uri implements \Stringable
{
    private function __construct()
    {
    }

    /** "http", or "https" if the request came over TLS. */
    public function getScheme(): string
    {
    }

    /** The host, and the port unless it is the scheme's own. */
    public function getAuthority(): string
    {
    }

    /** Always empty. */
    public function getUserInfo(): string
    {
    }

    /** In lower case, an IPv6 address in its brackets; empty if the client sent no Host. */
    public function getHost(): string
    {
    }

    /** Null if the client named none, or the scheme's own. */
    public function getPort(): ?int
    {
    }

    public function getPath(): string
    {
    }

    /** Without the "?". */
    public function getQuery(): string
    {
    }

    /** Always empty: clients do not send it. */
    public function getFragment(): string
    {
    }

    public function __toString(): string
    {
    }
}
