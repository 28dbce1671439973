<?php

/** @generate-class-entries */

namespace RtComm\Ratchet;

/**
 * A client as components know it. Made by the server, which holds it from before onOpen until after onClose; `===` and `==` are
 * true only for the connection itself. Dynamic properties are allowed.
 *
 * @not-serializable
 */
final class Connection implements ConnectionInterface
{
    /**
     * Counts up from 1 in each server; never used twice.
     *
     * @var mixed
     */
    public $resourceId;

    /**
     * The client's IP address; empty for a unix socket.
     *
     * @var mixed
     */
    public $remoteAddress;

    /**
     * The request that began the conversation: an RtComm\Request, whose getters are PSR-7's. Where a package declares PSR-7's
     * interfaces, and guzzlehttp/psr7 or nyholm/psr7 is there, a Request of that package, as in Ratchet.
     *
     * @var mixed
     */
    public $httpRequest;

    /**
     * An object: `closing` (bool), `closeCode` and `closeReason` (null until it closes; the code is 1006 where the client vanished),
     * `subprotocol` (string or null).
     *
     * @var mixed
     */
    public $WebSocket;

    private function __construct()
    {
    }

    /**
     * Sends a text message, or what a Message or Frame says. Ignored once the connection is closing.
     *
     * Before the WebSocket has begun (in the onOpen of an HttpServerInterface) it answers the request: the text is a whole
     * HTTP response. Further arguments are ignored.
     *
     * @param string|\Stringable|int|float|bool|null $data
     * @return Connection itself
     */
    public function send($data, mixed ...$ignored)
    {
    }

    /**
     * Closes after what was sent; ignored once the connection is closing. Before the WebSocket has begun it refuses the
     * request, with 403 unless it was answered. Further arguments are ignored: a reason needs a close frame.
     *
     * @param int|RFC6455\Messaging\Frame|null $code 1000-1003, 1007-1014 or 3000-4999; or a close frame; null: 1000
     * @return Connection itself
     * @throws \ValueError if the code may not be sent
     */
    public function close($code = 1000, mixed ...$ignored)
    {
    }
}
