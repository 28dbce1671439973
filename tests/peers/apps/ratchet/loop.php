<?php

require __DIR__ . '/bootstrap.php';

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

/* Timers on the server's loop, pushes from them, and keep-alive. */
class Ticking extends Recorder
{
    public $loop;

    public function onMessage(ConnectionInterface $from, $msg)
    {
        parent::onMessage($from, $msg);
        if ($msg === 'timers') {
            $count = 0;
            $this->loop->addPeriodicTimer(0.02, function ($timer) use (&$count, $from) {
                $from->send('tick ' . ++$count);
                if ($count === 3) {
                    $this->loop->cancelTimer($timer);
                    $this->loop->addTimer(0.1, function () use ($from) {
                        record('timer', ['after' => 3]);
                        $from->send('done');
                    });
                }
            });
            $cancelled = $this->loop->addTimer(0.01, fn() => record('never'));
            $this->loop->cancelTimer($cancelled);
            $this->loop->futureTick(fn() => record('future'));
            record('now');
        }
    }
}

$component = new Ticking();
$ws = new WsServer($component);
$server = IoServer::factory(new HttpServer($ws), port(), '127.0.0.1');
$component->loop = $server->loop;
$ws->enableKeepAlive($server->loop, 1);
record('app', ['is the component given' => $server->app instanceof HttpServer]);
ready();
$server->run();
