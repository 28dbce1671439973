<?php

declare(strict_types=1);

/*
 * An echo server on PHP's own streams: rtcomm supplies the protocol only. It shows how to use the codec in a loop that
 * is not rtcomm's (React, Revolt, Swoole, a test).
 *
 *     php -d extension=rtcomm examples/codec-with-streams.php [ADDRESS]
 */

use RtComm\ProtocolException;
use RtComm\WebSocket\{Decoder, Frame, Handshake, Message, Opcode};

const MAX_HEAD = 16384;

final class Client
{
    public string $input = '';
    public string $output = '';
    public ?Decoder $decoder = null;
    /** What comes is thrown away. Behind our last bytes our side is shut down, and the peer ends the connection. */
    public bool $ending = false;

    /** @param resource $stream */
    public function __construct(public readonly mixed $stream)
    {
    }

    public function receive(string $bytes): void
    {
        if ($this->decoder === null && !$this->ending) {
            $bytes = $this->shakeHands($bytes);
        }
        if ($this->decoder === null || $this->ending) {
            return;
        }
        try {
            $this->output .= implode(array_map($this->answer(...), $this->decoder->push($bytes)));
        } catch (ProtocolException $fault) {
            $this->output .= implode(array_map($this->answer(...), $fault->events));
            $this->end(Frame::close($fault->closeCode));
        }
    }

    /** Collects the request's head and answers it. Returns the bytes that came after it. */
    private function shakeHands(string $bytes): string
    {
        $this->input .= $bytes;
        $end = strpos($this->input, "\r\n\r\n");
        if ($end === false) {
            if (strlen($this->input) > MAX_HEAD) {
                $this->end("HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n\r\n");
            }
            return '';
        }
        $handshake = Handshake::respond(substr($this->input, 0, $end + 4));
        $rest = substr($this->input, $end + 4);
        $this->input = '';
        if ($handshake->status !== 101) {
            $this->end((string) $handshake);
            return '';
        }
        $this->output .= $handshake;
        $this->decoder = new Decoder();
        return $rest;
    }

    private function answer(Message|Frame $event): string
    {
        if ($event instanceof Message) {
            return Frame::encode($event->payload, $event->binary ? Opcode::Binary : Opcode::Text);
        }
        if ($event->opcode === Opcode::Close) {
            $this->ending = true;
            return Frame::encode($event->payload, Opcode::Close);
        }
        return $event->opcode === Opcode::Ping ? Frame::encode($event->payload, Opcode::Pong) : '';
    }

    public function write(): void
    {
        $sent = @fwrite($this->stream, $this->output);
        $this->output = $sent === false ? '' : substr($this->output, $sent);
        if ($sent === false || ($this->ending && $this->output === '')) {
            stream_socket_shutdown($this->stream, STREAM_SHUT_WR);
        }
    }

    private function end(string $lastBytes): void
    {
        $this->output .= $lastBytes;
        $this->ending = true;
    }
}

$listener = stream_socket_server('tcp://' . ($argv[1] ?? '127.0.0.1:8080'), $code, $error);
if ($listener === false) {
    fwrite(STDERR, "{$error}\n");
    exit(1);
}
echo 'Echoing at ws://' . stream_socket_get_name($listener, false) . "/ (Ctrl-C ends it)\n";

/** @var array<int, Client> $clients */
$clients = [];
while (true) {
    $reading = ['listener' => $listener];
    $writing = [];
    foreach ($clients as $id => $client) {
        $reading[$id] = $client->stream;
        if ($client->output !== '') {
            $writing[$id] = $client->stream;
        }
    }
    $except = null;
    if (@stream_select($reading, $writing, $except, null) === false) {
        continue;
    }
    foreach ($reading as $id => $stream) {
        if ($id === 'listener') {
            $accepted = @stream_socket_accept($listener, 0);
            if ($accepted !== false) {
                stream_set_blocking($accepted, false);
                $clients[(int) $accepted] = new Client($accepted);
            }
            continue;
        }
        $bytes = @fread($stream, 65536);
        if ($bytes === false || ($bytes === '' && feof($stream))) {
            fclose($stream);
            unset($clients[$id], $writing[$id]);
            continue;
        }
        $clients[$id]->receive($bytes);
    }
    foreach ($writing as $id => $stream) {
        $clients[$id]->write();
    }
}
