<?php

/* Event streams for run-sse; the path says which. Each event is the time at which it was sent, in milliseconds. */

use RtComm\Sse\{Emitter, Event};

function now(): string
{
    return (string) (int) (microtime(true) * 1000);
}

function note(string $text): void
{
    file_put_contents(getenv('SSE_NOTES') ?: $_SERVER['SSE_NOTES'], "$text\n", FILE_APPEND);
}

switch (basename(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH))) {
    case 'plain':
        header('Content-Type: text/event-stream');
        header('Cache-Control: no-cache');
        header('X-Accel-Buffering: no');
        while (ob_get_level() > 0) {
            ob_end_clean();
        }
        foreach ([1, 2] as $number) {
            echo "data: " . now() . "\n\n"; /* in one piece: the built-in server sends each part at once */
            flush();
            if ($number === 1) {
                sleep(1);
            }
        }
        break;

    case 'two':
        ob_start();
        $sse = new Emitter();
        $sse->send(now());
        $sse->wait(1.0);
        $sse->send(new Event(now()));
        break;

    case 'generator':
        (new Emitter())->stream((function () {
            yield now();
            sleep(1);
            yield new Event(now());
        })());
        break;

    case 'resume':
        $sse = new Emitter(maxDuration: 0.3);
        $number = (int) $sse->lastEventId;
        do {
            $sse->send(new Event((string) ++$number, id: (string) $number, retry: 50));
        } while ($sse->wait(0.1));
        break;

    case 'leave':
        $sse = new Emitter(heartbeat: 0.5);
        $sse->send(now());
        while ($sse->wait(60.0));
        note('left ' . now() . ' ' . connection_aborted());
        break;

    case 'careless':
        register_shutdown_function(fn() => note('ended ' . now() . ' ' . connection_aborted()));
        $sse = new Emitter();
        while (true) {
            $sse->send(now());
            usleep(100000);
        }

    case 'limited':
        $sse = new Emitter(heartbeat: 0.5, maxDuration: 2.0);
        $sse->send(now());
        while ($sse->wait(60.0));
        break;

    default:
        http_response_code(404);
}
