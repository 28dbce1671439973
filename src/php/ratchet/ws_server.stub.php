<?php

/** @generate-class-entries */

namespace RtComm\Ratchet\WebSocket;

/**
 * The end of the stack: the WebSocket itself, and your component.
 *
 * @not-serializable
 */
class WsServer implements \RtComm\Ratchet\Http\HttpServerInterface
{
    /**
     * @param \RtComm\Ratchet\ComponentInterface $component an \RtComm\Ratchet\MessageComponentInterface, or a MessageComponentInterface of this
     *     namespace; what it speaks if it is a WsServerInterface too
     * @throws \UnexpectedValueException if it is neither
     */
    public function __construct(\RtComm\Ratchet\ComponentInterface $component)
    {
    }

    /** @return mixed */
    public function onOpen(\RtComm\Ratchet\ConnectionInterface $conn, ?\Psr\Http\Message\RequestInterface $request = null)
    {
    }

    /**
     * @param string|\RtComm\Ratchet\RFC6455\Messaging\MessageInterface $msg
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

    /**
     * Whether a client has to offer a subprotocol that the component speaks, if it offers any or the component speaks any; who
     * does not is refused with 426. It has to unless this says otherwise.
     *
     * @param bool $enable
     * @return void
     */
    public function setStrictSubProtocolCheck($enable)
    {
    }

    /**
     * Pings each client every $interval seconds, and closes those that do not answer until the next ping. Without this, the
     * server's own `heartbeat` and `pongTimeout` apply.
     *
     * @param mixed $loop not needed
     * @param int|float $interval seconds
     * @return void
     * @throws \ValueError if $interval is not between 0.001 and 86400
     */
    public function enableKeepAlive($loop, $interval = 30)
    {
    }
}
