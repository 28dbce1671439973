<?php

/** @generate-class-entries */

namespace RtComm\WebSocket;

/** Who sends. Clients mask what they send, servers do not (RFC 6455 5.1). */
enum Role
{
    case Server;
    case Client;
}
