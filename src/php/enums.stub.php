<?php

/** @generate-class-entries */

namespace RtComm;

/** How a client is connected. */
enum Transport: string
{
    /** RFC 6455. */
    case WebSocket = 'websocket';
    /** Server-sent events (WHATWG HTML 9.2) down, POST up. */
    case EventStream = 'event-stream';
    /** Long polling: a GET that is answered as soon as there is something. */
    case LongPoll = 'long-poll';
}

/** What became of a message that was sent. */
enum SendStatus
{
    /** Goes out when the current turn of the loop ends. */
    case Sent;
    /** Waits behind bytes that the kernel did not take yet, or for the client's next request. */
    case Queued;
    /** Did not fit within `sendBufferLimit`, and `overflow` says to drop. */
    case Dropped;
    /** The connection is closing or closed. */
    case Closed;
}

/** What happens to messages that do not fit within `sendBufferLimit`. */
enum Overflow
{
    /** The connection is closed with 1013 "slow consumer". */
    case Close;
    /** The new message is dropped and counted. */
    case DropNewest;
    /** The oldest messages that wait are dropped and counted. */
    case DropOldest;
}
