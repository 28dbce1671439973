<?php

/** @generate-class-entries */

namespace RtComm\WebSocket;

/** What a frame is (RFC 6455 5.2, 11.8). The other numbers are reserved. */
enum Opcode: int
{
    /** Goes on with the message that an earlier frame began. */
    case Continuation = 0;
    /** A message of text, which is UTF-8, or its first fragment. */
    case Text = 1;
    /** A message of bytes, or its first fragment. */
    case Binary = 2;
    /** The last frame in its direction: nothing, or a close code and a reason. */
    case Close = 8;
    /** Asks for a Pong with the same payload. */
    case Ping = 9;
    /** Answers a Ping, or is a heartbeat that wants no answer. */
    case Pong = 10;
}
