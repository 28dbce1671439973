<?php

/*
 * Talks compressed to a server of others that echoes: `php deflate-client.php NAME COMMAND ...`, whose first line is its
 * address and which takes its options from the path (see deflate-server.mjs). See run-deflate.
 */

use RtComm\WebSocket\{Deflate, Frame, Opcode, Role};

const LIMIT = 1 << 20;

final class Peer
{
    /** What the server answered. */
    public readonly string $extension;
    public readonly ?Deflate $deflate;
    /** Bytes of the last message's payloads, as they were on the wire; and in how many frames. */
    public int $sent = 0;
    public int $got = 0;
    public int $frames = 0;
    /** @var resource */
    private $stream;
    private string $received = '';

    public function __construct(string $address, array $options, string $offer)
    {
        $this->stream = stream_socket_client('tcp://' . parse_url($address, PHP_URL_HOST) . ':' . parse_url($address, PHP_URL_PORT));
        stream_set_timeout($this->stream, 20);
        $path = rawurlencode(json_encode((object) $options));
        $this->write("GET /$path HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            . "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            . "Sec-WebSocket-Extensions: $offer\r\n\r\n");
        while (($end = strpos($this->received, "\r\n\r\n")) === false) {
            $this->read();
        }
        $head = substr($this->received, 0, $end + 2);
        $this->received = substr($this->received, $end + 4);
        $this->extension = preg_match('/^Sec-WebSocket-Extensions: (.*?)\r$/mi', $head, $match) ? $match[1] : '';
        /*
         * Deflate is a server's: it calls itself the server and the other one the client. With the two words exchanged
         * in what was agreed on, which offers nothing that is left to choose, it is a client's.
         */
        $this->deflate = Deflate::negotiate(strtr($this->extension, ['server_' => 'client_', 'client_' => 'server_']));
    }

    private function write(string $bytes): void
    {
        for (; $bytes !== ''; $bytes = substr($bytes, $sent)) {
            $sent = fwrite($this->stream, $bytes);
            $sent > 0 || throw new Exception('the server takes nothing');
        }
    }

    private function read(): void
    {
        $bytes = fread($this->stream, 65536);
        is_string($bytes) && $bytes !== '' || throw new Exception('the server says nothing more');
        $this->received .= $bytes;
    }

    /** Sends a message in as many frames, with a ping between them. */
    public function send(string $message, bool $binary, int $frames = 1, bool $compressed = true): void
    {
        $data = $compressed ? $this->deflate->compress($message) : $message;
        $this->sent = strlen($data);
        $size = intdiv(strlen($data), $frames);
        $bytes = '';
        for ($i = 1; $i <= $frames; $i++) {
            $opcode = $i > 1 ? Opcode::Continuation : ($binary ? Opcode::Binary : Opcode::Text);
            $piece = $i < $frames ? substr($data, ($i - 1) * $size, $size) : substr($data, ($i - 1) * $size);
            $bytes .= Frame::encode($piece, $opcode, $i === $frames, true, $i === 1 && $compressed ? 4 : 0);
            $bytes .= $i < $frames ? Frame::encode('ping', Opcode::Ping, mask: true) : '';
        }
        $this->write($bytes);
    }

    private function frame(): Frame
    {
        $offset = 0;
        while (($frame = Frame::decode($this->received, $offset, Role::Server, LIMIT)) === null) {
            $this->read();
        }
        $this->received = substr($this->received, $offset);
        return $frame;
    }

    /** The next message; whether it is binary comes before it. */
    public function receive(): array
    {
        $data = '';
        $first = null;
        $this->frames = 0;
        do {
            $frame = $this->frame();
            if ($frame->opcode === Opcode::Close) {
                throw new Exception('closed: ' . bin2hex($frame->payload));
            }
            if ($frame->opcode !== Opcode::Pong) {
                $first ??= $frame;
                $this->frames++;
                $data .= $frame->payload;
            }
        } while ($first === null || $frame->opcode === Opcode::Pong || !$frame->final);
        $this->got = strlen($data);
        $message = $first->rsv === 4 ? $this->deflate->decompress($data, LIMIT) : $data;
        return [$first->opcode === Opcode::Binary, $message];
    }

    /** 1000 if the server answers our close frame with the same code. */
    public function close(): int
    {
        $this->write(Frame::close(1000, mask: true));
        while (($frame = $this->frame())->opcode !== Opcode::Close);
        return unpack('n', $frame->payload)[1] ?? 0;
    }
}

$passed = $failed = 0;

function check(string $name, bool $good, string $detail = ''): void
{
    global $passed, $failed;
    $good ? $passed++ : $failed++;
    echo $good ? 'ok      ' : 'FAILED  ', $name, $good || $detail === '' ? '' : ": $detail", "\n";
}

/** Texts that refer back to each other, bytes that do not compress, and both mixed. */
function messages(): Generator
{
    foreach ([0, 1, 125, 126, 300, 4096, 65535, 65536, 300000] as $size) {
        yield [false, substr(str_repeat("{\"size\":$size,\"text\":\"like the others\"}", intdiv($size, 20) + 1), 0, $size)];
        yield [true, $size > 0 ? random_bytes($size) : ''];
        yield [true, str_repeat('abcdef', intdiv($size, 12)) . random_bytes(intdiv($size, 2) + 1)];
    }
}

function talk(Peer $peer): string
{
    foreach (messages() as $number => [$binary, $message]) {
        foreach ([[1, true, ''], [3, true, 'split:'], [2, false, '']] as [$frames, $compressed, $before]) {
            $peer->send($before . $message, $binary, $frames, $compressed);
            if ($peer->receive() !== [$binary, $message]) {
                return "message $number in $frames frames";
            }
            if ($before !== '' && $peer->frames < 3) {
                return "message $number came in $peer->frames frames";
            }
        }
    }
    return '';
}

/** Whether what was said before is referred to: ours, and theirs. */
function takeovers(Peer $peer): array
{
    $text = base64_encode(random_bytes(150));
    $sizes = [];
    for ($i = 0; $i < 2; $i++) {
        $peer->send($text, false);
        $peer->receive();
        $sizes[] = [$peer->sent, $peer->got];
    }
    return [$sizes[1][0] < $sizes[0][0] / 3, $sizes[1][1] < $sizes[0][1] / 3];
}

function meet(string $name, string $address, array $options, string $offer): void
{
    $peer = new Peer($address, $options, $offer);
    $name = "$name, " . json_encode((object) $options) . ": $peer->extension";
    check("$name: agreed on", $peer->deflate !== null, $offer);
    if ($peer->deflate === null) {
        return;
    }
    $wrong = talk($peer);
    check("$name: everything comes back", $wrong === '', $wrong);
    [$ours, $theirs] = takeovers($peer);
    check("$name: our context", $ours === !str_contains($peer->extension, 'client_no_context_takeover'));
    check("$name: its context", $theirs === !str_contains($peer->extension, 'server_no_context_takeover'));
    check("$name: closes", $peer->close() === 1000);
}

function all(string $name, string $address): void
{
    $any = 'permessage-deflate; client_max_window_bits';
    foreach ([[false, false], [true, false], [false, true], [true, true]] as [$server, $client]) {
        meet($name, $address, ['serverNoContextTakeover' => $server, 'clientNoContextTakeover' => $client], $any);
    }
    /* Python's zlib compresses with no window of 8 bits. */
    for ($bits = $name === 'ws' ? 8 : 9; $bits <= 15; $bits++) {
        meet($name, $address, ['serverMaxWindowBits' => $bits], $any);
        meet($name, $address, ['clientMaxWindowBits' => $bits], $any);
        meet($name, $address, [], "permessage-deflate; server_max_window_bits=$bits; client_max_window_bits=$bits");
    }
    meet($name, $address, [], 'permessage-deflate; server_no_context_takeover; client_no_context_takeover');
    meet($name, $address, [], 'x-other; with=this, permessage-deflate; server_max_window_bits=12');
}

$name = $argv[1];
$server = proc_open(array_slice($argv, 2), [['file', '/dev/null', 'r'], ['pipe', 'w'], STDERR], $pipes);
$address = trim((string) fgets($pipes[1]));
try {
    all($name, $address);
} catch (Throwable $error) {
    check("$name: to the end", false, (string) $error);
}
proc_terminate($server);
$rest = stream_get_contents($pipes[1]);
check("$name: the server has nothing to complain of", $rest === '', $rest);
proc_close($server);
echo "$passed passed, $failed failed\n";
exit($failed === 0 && $passed > 0 ? 0 : 1);
