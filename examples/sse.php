<?php

declare(strict_types=1);

/*
 * An event stream from any web server that runs PHP, with no server of ours: the time, once a second.
 *
 *     php -d extension=rtcomm -S 127.0.0.1:8080 examples/sse.php
 *     curl -N http://127.0.0.1:8080/
 *
 * Each stream ends after half a minute, and the browser connects again with the id of the last event.
 */

use RtComm\Sse\{Emitter, Event};

$sse = new Emitter(heartbeat: 10.0, maxDuration: 30.0);
$number = (int) $sse->lastEventId;

do {
    $sse->send(new Event(date('H:i:s'), event: 'time', id: (string) ++$number));
} while ($sse->wait(1.0));
