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
        $sse = new Emitter(heartbeat: 1.0);
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

    case 'page':
        header('Content-Type: text/html; charset=utf-8');
        echo '<!doctype html><title>Event streams</title><link rel="icon" href="data:,">';
        break;

    case 'ticks':
    case 'endless':
        /* Each event's id counts up, and its data is the time; the first ends now and then. */
        $limited = str_ends_with($_SERVER['REQUEST_URI'], 'ticks');
        $sse = new Emitter(heartbeat: 0.5, maxDuration: $limited ? 1.0 : null);
        note("from $sse->lastEventId");
        $number = (int) $sse->lastEventId;
        do {
            $sse->send(new Event(now(), id: (string) ++$number, retry: $limited ? 50 : 2000));
        } while ($sse->wait(0.04));
        break;

    default:
        http_response_code(404);
}
