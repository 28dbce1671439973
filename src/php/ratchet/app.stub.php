<?php

/** @generate-class-entries */

namespace RtComm\Ratchet;

/**
 * A server with routes. It opens no port for Flash's policy, so several of them live in one process.
 *
 * @not-serializable
 */
class App
{
    /**
     * What route() added.
     *
     * @var mixed
     */
    public $routes;

    /**
     * The Server\IoServer behind it.
     *
     * @var mixed
     */
    protected $_server;

    /** @var string */
    protected $httpHost;

    /**
     * Listens now.
     *
     * @param string $httpHost what clients must send as Host, ports aside
     * @param int|string $port
     * @param string $address
     * @param \RtComm\Loop|null $loop null: RtComm\Loop::get()
     * @param array $context not used
     * @throws \RtComm\ListenException if the address cannot be bound
     */
    public function __construct(
        $httpHost = 'localhost',
        $port = 8080,
        $address = '127.0.0.1',
        $loop = null,
        $context = []
    ) {
    }

    /**
     * Serves the component at the path. A component that is not a WsServer already gets one, which pings every 30 seconds.
     *
     * @param string $path may hold {names}, each for a part without "/"; their values are added to the query of httpRequest
     * @param array $allowedOrigins host names of pages that may come; empty: of $httpHost only; ['*']: all
     * @param string|null $httpHost null: the one of the constructor; empty: any
     * @return ComponentInterface what stands at the route: the component, its WsServer, or an Http\OriginCheck
     * @throws \ValueError if the path is malformed
     */
    public function route($path, ComponentInterface $controller, array $allowedOrigins = [], $httpHost = null)
    {
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
