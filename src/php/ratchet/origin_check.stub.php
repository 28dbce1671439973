<?php

/** @generate-class-entries */

namespace RtComm\Ratchet\Http;

/**
 * Lets in only pages of the hosts that are named: any scheme and any port of them. A client that names no origin, which no
 * browser does, is refused too.
 *
 * @not-serializable
 */
class OriginCheck implements HttpServerInterface
{
    /**
     * Host names; changes apply to the next client.
     *
     * @var mixed
     */
    public $allowedOrigins = [];

    /** @param array $allowed host names */
    public function __construct(\RtComm\Ratchet\MessageComponentInterface $component, array $allowed = [])
    {
    }

    /** @return mixed */
    public function onOpen(\RtComm\Ratchet\ConnectionInterface $conn, ?\Psr\Http\Message\RequestInterface $request = null)
    {
    }

    /**
     * @param string $msg
     * @return mixed
     * @implementation-alias RtComm\Ratchet\Http\HttpServer::onMessage
     */
    public function onMessage(\RtComm\Ratchet\ConnectionInterface $from, $msg)
    {
    }

    /**
     * @return mixed
     * @implementation-alias RtComm\Ratchet\Http\HttpServer::onClose
     */
    public function onClose(\RtComm\Ratchet\ConnectionInterface $conn)
    {
    }

    /**
     * @return mixed
     * @implementation-alias RtComm\Ratchet\Http\HttpServer::onError
     */
    public function onError(\RtComm\Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}
