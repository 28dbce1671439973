<?php

/**
 * What an application written for Ratchet implements. Parameters have the types that they have there, and none where they
 * have none, so that its classes fit unchanged.
 *
 * @generate-class-entries
 */

namespace RtComm\Ratchet {
    interface ConnectionInterface
    {
        /**
         * Sends a text message; ignored once the connection is closing.
         *
         * @param string $data
         * @return ConnectionInterface
         */
        public function send($data);

        /** @return mixed */
        public function close();
    }

    interface ComponentInterface
    {
        /**
         * A client has come.
         *
         * @return mixed
         */
        public function onOpen(ConnectionInterface $conn);

        /**
         * The client has gone; nothing comes after it.
         *
         * @return mixed
         */
        public function onClose(ConnectionInterface $conn);

        /**
         * One of the other methods threw. An \Error comes as the previous exception of an \ErrorException.
         *
         * @return mixed
         */
        public function onError(ConnectionInterface $conn, \Exception $e);
    }

    interface MessageInterface
    {
        /**
         * @param string $msg
         * @return mixed
         */
        public function onMessage(ConnectionInterface $from, $msg);
    }

    interface MessageComponentInterface extends ComponentInterface, MessageInterface
    {
    }
}

namespace RtComm\Ratchet\RFC6455\Messaging {
    interface DataInterface extends \Stringable
    {
        /** @return bool */
        public function isCoalesced();

        /** @return int */
        public function getPayloadLength();

        /** @return string */
        public function getPayload();

        /** @return string */
        public function getContents();
    }

    interface FrameInterface extends DataInterface
    {
        /** @return bool */
        public function isFinal();

        /** @return bool */
        public function isMasked();

        /** @return int */
        public function getOpcode();
    }

    interface MessageInterface extends DataInterface, \Countable
    {
        /** @return int */
        public function getOpcode();

        /** @return bool */
        public function isBinary();
    }
}

namespace RtComm\Ratchet\WebSocket {
    interface MessageCallableInterface
    {
        /** @return mixed */
        public function onMessage(
            \RtComm\Ratchet\ConnectionInterface $conn,
            \RtComm\Ratchet\RFC6455\Messaging\MessageInterface $msg
        );
    }

    /** A component that wants to know whether a message is text or binary. */
    interface MessageComponentInterface extends \RtComm\Ratchet\ComponentInterface, MessageCallableInterface
    {
    }

    interface WsServerInterface
    {
        /**
         * The subprotocols that the component speaks.
         *
         * @return array
         */
        public function getSubProtocols();
    }
}

namespace RtComm\Ratchet\Http {
    /**
     * What Psr\Http\Message\RequestInterface stands for where no package declares it. Has no methods, so that it fits whatever
     * implements it.
     */
    interface RequestInterface
    {
    }

    /** A component that sees the request before the WebSocket begins, and may refuse it. */
    interface HttpServerInterface extends \RtComm\Ratchet\MessageComponentInterface
    {
        /**
         * @param \Psr\Http\Message\RequestInterface|null $request always given
         * @return mixed
         */
        public function onOpen(
            \RtComm\Ratchet\ConnectionInterface $conn,
            ?\Psr\Http\Message\RequestInterface $request = null
        );
    }
}
