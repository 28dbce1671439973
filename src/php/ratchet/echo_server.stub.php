<?php

/** @generate-class-entries */

namespace RtComm\Ratchet\Server;

/**
 * Sends back what it gets.
 *
 * @not-serializable
 */
class EchoServer implements \RtComm\Ratchet\MessageComponentInterface
{
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
