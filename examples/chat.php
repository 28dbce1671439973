<?php

declare(strict_types=1);

/*
 * A chat with rooms.
 *
 *     php -d extension=rtcomm examples/chat.php [ADDRESS]
 *
 * ADDRESS is "host:port" or "[::1]:port"; without it, 127.0.0.1:8080. With CERT and KEY in the environment, files of a
 * certificate and its key, the chat is at https://.
 *
 * Every message is a JSON object with a "type".
 *
 *   the client sends                        the server sends
 *   hello {nick}                            welcome {id, nick}
 *   join  {room}                            room    {room, people: [{id, nick}, ...]}
 *   leave {room}                            joined  {room, id, nick}, and left and renamed alike
 *   say   {room, text}                      said    {room, id, nick, text, time}
 *                                           error   {text}
 *
 * A room is a channel: its members subscribe to "room:NAME", and each line is encoded once for all of them.
 */

use RtComm\{CloseInfo, Connection, Handler, ListenException, Response, Server, Tls};

/** What we know of one connection; it lives in Connection::$data. */
final class Guest
{
    public string $nick = '';
    /** @var array<string, true> the rooms this guest is in */
    public array $rooms = [];
}

/** A request that we do not carry out; its text is for the guest to read. */
final class Refused extends DomainException
{
}

final class Chat implements Handler
{
    private const MAX_ROOMS_PER_GUEST = 16;

    /** @var array<string, array<int, Connection>> who is in which room */
    private array $rooms = [];

    public function __construct(private readonly Server $server)
    {
    }

    public function onOpen(Connection $conn): void
    {
        $conn->data = new Guest();
    }

    public function onMessage(Connection $conn, string $data, bool $binary): void
    {
        try {
            $message = $binary ? null : json_decode($data, true, 4);
            match (is_array($message) ? $message['type'] ?? null : null) {
                'hello' => $this->hello($conn, self::nick($message)),
                'join' => $this->join($conn, self::room($message)),
                'leave' => $this->leave($conn, self::room($message)),
                'say' => $this->say($conn, self::room($message), self::text($message)),
                default => throw new Refused('Expected a JSON object whose type is hello, join, leave or say.'),
            };
        } catch (Refused $refused) {
            $conn->send(self::encode('error', ['text' => $refused->getMessage()]));
        }
    }

    public function onClose(Connection $conn, CloseInfo $info): void
    {
        foreach ($conn->data->rooms as $room => $_) {
            $this->leave($conn, (string) $room);
        }
    }

    public function onError(Connection $conn, Throwable $error): void
    {
        fwrite(STDERR, "{$error}\n");
        $conn->close(1011, 'internal error');
    }

    private function hello(Connection $conn, string $nick): void
    {
        $conn->data->nick = $nick;
        $conn->send(self::encode('welcome', self::person($conn)));
        foreach ($conn->data->rooms as $room => $_) {
            $this->publish((string) $room, 'renamed', self::person($conn));
        }
    }

    private function join(Connection $conn, string $room): void
    {
        $guest = $conn->data;
        if ($guest->nick === '') {
            throw new Refused('Say hello with a nickname first.');
        }
        if (isset($guest->rooms[$room])) {
            return;
        }
        if (count($guest->rooms) >= self::MAX_ROOMS_PER_GUEST) {
            throw new Refused('You are in ' . self::MAX_ROOMS_PER_GUEST . ' rooms; leave one first.');
        }
        $this->publish($room, 'joined', self::person($conn));
        $guest->rooms[$room] = true;
        $this->rooms[$room][$conn->id] = $conn;
        $conn->subscribe("room:{$room}");
        $people = array_map(self::person(...), array_values($this->rooms[$room]));
        $conn->send(self::encode('room', ['room' => $room, 'people' => $people]));
    }

    private function leave(Connection $conn, string $room): void
    {
        if (!isset($conn->data->rooms[$room])) {
            return;
        }
        unset($conn->data->rooms[$room], $this->rooms[$room][$conn->id]);
        $conn->unsubscribe("room:{$room}");
        if ($this->rooms[$room] === []) {
            unset($this->rooms[$room]);
            return;
        }
        $this->publish($room, 'left', self::person($conn));
    }

    private function say(Connection $conn, string $room, string $text): void
    {
        if (!isset($conn->data->rooms[$room])) {
            throw new Refused("You are not in {$room}.");
        }
        $this->publish($room, 'said', self::person($conn) + ['text' => $text, 'time' => time()]);
    }

    /** @param array<string, mixed> $fields */
    private function publish(string $room, string $type, array $fields): void
    {
        $this->server->channel("room:{$room}")->publish(self::encode($type, ['room' => $room] + $fields));
    }

    /** @return array{id: int, nick: string} */
    private static function person(Connection $conn): array
    {
        return ['id' => $conn->id, 'nick' => $conn->data->nick];
    }

    /** @param array<string, mixed> $fields */
    private static function encode(string $type, array $fields): string
    {
        return json_encode(['type' => $type] + $fields, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
    }

    /** @param array<mixed> $message */
    private static function nick(array $message): string
    {
        return self::field($message, 'nick', '/^(?=.{1,24}$)\S(.*\S)?$/Du',
            'A nickname has 1 to 24 characters, on one line.');
    }

    /** @param array<mixed> $message */
    private static function room(array $message): string
    {
        return self::field($message, 'room', '/^[\pL\pN][\pL\pN_.-]{0,31}$/Du',
            'A room name has 1 to 32 letters, digits, ".", "_" or "-", and begins with a letter or digit.');
    }

    /** @param array<mixed> $message */
    private static function text(array $message): string
    {
        return self::field($message, 'text', '/^(?=.{1,1000}$).*\S/Dsu', 'A message has 1 to 1000 characters.');
    }

    /** @param array<mixed> $message */
    private static function field(array $message, string $name, string $pattern, string $rule): string
    {
        $value = $message[$name] ?? null;
        $controlCharacter = '/[^\P{Cc}\n]/u';
        if (!is_string($value) || !preg_match($pattern, $value) || preg_match($controlCharacter, $value)) {
            throw new Refused($rule);
        }
        return $value;
    }
}

try {
    $server = new Server();
    $tls = getenv('CERT') !== false ? new Tls(getenv('CERT'), (string) getenv('KEY')) : null;
    $address = $server->listen($argv[1] ?? '127.0.0.1:8080', $tls);
} catch (ListenException $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
}

$server->handle('/chat', new Chat($server), options: ['maxMessageSize' => 8192]);
$server->http('/', fn(): Response => Response::file(__DIR__ . '/chat.html', 'text/html; charset=utf-8'));
$server->http('/rtcomm.js', fn(): Response => Response::file(__DIR__ . '/../client/rtcomm.js', 'text/javascript; charset=utf-8'));

$scheme = $tls !== null ? 'https' : 'http';
echo "A chat is at {$scheme}://{$address}/ (Ctrl-C ends it)\n";
$server->run();
