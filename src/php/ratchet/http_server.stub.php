<?php

/** @generate-class-entries */

namespace RtComm\Ratchet\Http;

/**
 * Speaks HTTP for the component inside. The server does that here; the class keeps its place in the stack.
 *
 * @not-serializable
 */
class HttpServer implements \RtComm\Ratchet\MessageComponentInterface
{
    public function __construct(HttpServerInterface $component)
    {
    }

    /** @return mixed */
    public function onOpen(\RtComm\Ratchet\ConnectionInterface $conn)
    {
    }

    /**
     * @param string $msg
     * @return mixed
     */
    public function onMessage(\RtComm\Ratchet\ConnectionInterface $from, $msg)
    {
    }

    /** @return mixed */
    public function onClose(\RtComm\Ratchet\ConnectionInterface $conn)
    {
    }

    /** @return mixed */
    public function onError(\RtComm\Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}
