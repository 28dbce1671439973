<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * TLS for Server::listen(): TLS 1.2 and 1.3, by OpenSSL. One object may serve several listeners, which keep
 * it. All files are PEM; relative paths are those of the moment.
 *
 * @strict-properties
 * @not-serializable
 */
final class Tls
{
    /**
     * Reads all files. A certificate that has expired, or is not valid yet, is used all the same, and said in
     * the log by Server::listen().
     *
     * @param string $certificate file with the certificate, and behind it those that lead to the authority
     * @param string $privateKey file with its key; may be the same file
     * @param string|null $passphrase of the key; null: it is not encrypted. A #[\SensitiveParameter] on
     *     PHP 8.2 and later
     * @param array $sni more certificates, by the name that clients ask for, "example.com" or "*.example.com":
     *     ['name' => ['certificate' => ..., 'privateKey' => ..., 'passphrase' => ...]]; the keys mean the
     *     same as the arguments. Other names get the first certificate
     * @param string|null $clientCa file with the authorities of clients' certificates: clients must show one
     *     that one of these has signed. null: they are not asked
     * @param string $minVersion "TLSv1.2" or "TLSv1.3"
     * @throws ListenException if a file cannot be read or does not hold what it should: it says which, and why
     * @throws \ValueError if $sni or $minVersion are malformed
     * @throws RuntimeException if rtcomm was built without OpenSSL
     */
    public function __construct(
        string $certificate,
        string $privateKey,
        ?string $passphrase = null,
        array $sni = [],
        ?string $clientCa = null,
        string $minVersion = 'TLSv1.2',
    ) {
    }

    /**
     * Reads all files again, for the clients from now on; connections that there are go on undisturbed.
     * SIGHUP does the same while Server::run() runs.
     *
     * @throws RuntimeException if something is wrong with a file; then nothing changes
     */
    public function reload(): void
    {
    }
}
