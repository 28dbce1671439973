<?php

/** @generate-class-entries */

namespace RtComm\Ratchet\Server;

/**
 * Listens, and brings clients to the component.
 *
 * Any path is answered and any origin may come, unless components in the stack say otherwise. Messages may be as large as a
 * quarter of memory_limit (32 MiB where there is none).
 *
 * @not-serializable
 */
class IoServer
{
    /**
     * The RtComm\Loop: addPeriodicTimer() and the like.
     *
     * @var mixed
     */
    public $loop;

    /**
     * The component that was given.
     *
     * @var mixed
     */
    public $app;

    /**
     * The RtComm\Server behind it.
     *
     * @var mixed
     */
    public $socket;

    /**
     * @param \RtComm\Server|string $socket a server that has no routes yet, or an address for a new one
     * @param \RtComm\Loop|null $loop null: the socket's own, or RtComm\Loop::get()
     */
    public function __construct(\RtComm\Ratchet\MessageComponentInterface $app, $socket, $loop = null)
    {
    }

    /**
     * Listens now.
     *
     * @param int|string $port
     * @param string $address
     * @return static
     * @throws \RtComm\ListenException if the address cannot be bound
     */
    public static function factory(
        \RtComm\Ratchet\MessageComponentInterface $component,
        $port = 80,
        $address = '0.0.0.0'
    ) {
    }

    /**
     * Serves until RtComm\Loop::stop(), SIGINT or SIGTERM.
     *
     * @return void
     */
    public function run()
    {
    }
}
