<?php

/** @generate-class-entries */

namespace RtComm\Ratchet\Server;

/**
 * Keeps addresses away from the component inside.
 *
 * @not-serializable
 */
class IpBlackList implements \RtComm\Ratchet\MessageComponentInterface
{
    /**
     * Keys are the addresses.
     *
     * @var mixed
     */
    protected $_blacklist = [];

    public function __construct(\RtComm\Ratchet\MessageComponentInterface $component)
    {
    }

    /**
     * Applies to the next client of that address.
     *
     * @param string $ip
     * @return IpBlackList itself
     */
    public function blockAddress($ip)
    {
    }

    /**
     * @param string $ip
     * @return IpBlackList itself
     */
    public function unblockAddress($ip)
    {
    }

    /**
     * @param string $address
     * @return bool
     */
    public function isBlocked($address)
    {
    }

    /**
     * The addresses that are blocked.
     *
     * @return array
     */
    public function getBlockedAddresses()
    {
    }

    /**
     * The address without a port, if it is IPv4.
     *
     * @param string $address
     * @return string
     */
    public function filterAddress($address)
    {
    }

    /** @return mixed */
    public function onOpen(\RtComm\Ratchet\ConnectionInterface $conn)
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

    /** @return mixed */
    public function onClose(\RtComm\Ratchet\ConnectionInterface $conn)
    {
    }

    /** @return mixed */
    public function onError(\RtComm\Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}
