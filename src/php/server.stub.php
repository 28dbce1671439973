<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * A server: listeners, routes, connections and channels on one event loop.
 *
 * Callbacks that throw: what was thrown goes to onError (or `error:`) with that connection, which stays
 * open. With no onError, or if that throws too, the connection is closed with 1011 and run() rethrows.
 *
 * @strict-properties
 * @not-serializable
 */
final class Server
{
    /** The loop that the server is on. */
    public readonly Loop $loop;

    /**
     * @param string|null $listen "host:port", "[::1]:0" or "unix:/path"; null: call listen()
     * @param array $options see the table of options in the README
     * @param Loop|null $loop null: Loop::get()
     * @throws \ValueError for an option that is unknown or out of range
     * @throws ListenException if the address cannot be bound
     */
    public function __construct(?string $listen = null, array $options = [], ?Loop $loop = null)
    {
    }

    /**
     * Binds and listens now; clients are served as soon as the loop turns. With the option `handover` the
     * socket comes from the process that serves now, if there is one: it is asked, and waited for up to two
     * seconds.
     *
     * @param string $address "host:port", "[::1]:0" or "unix:/path"; port 0 takes a free one. Or a socket
     *     that this process was started with: "fd:N", the listening stream socket with descriptor N, which is
     *     the server's from now on; "systemd", the next of those that systemd passed (LISTEN_FDS) which nobody
     *     took yet; "systemd:NAME", that of this name (FileDescriptorName= of the socket unit)
     * @param Tls|null $tls what clients of this address speak: https:// and wss://; null: http:// and ws://
     * @return string the bound address with its real port
     * @throws ListenException if the address cannot be bound, or there is no such socket: it says which, and why
     * @throws ClosedException if the server was stopped
     */
    public function listen(string $address, ?Tls $tls = null): string
    {
    }

    /**
     * A conversation: each client on this path is one Connection. Give either a handler object, or
     * closures.
     *
     * @param string $path exact, with {name} for one segment, or ending in "/*" for any rest
     * @param object|null $handler a Handler, or a Ratchet component
     * @param callable|null $open fn(Connection $conn): void
     * @param callable|null $message fn(Connection $conn, string $data, bool $binary): void
     * @param callable|null $close fn(Connection $conn, CloseInfo $info): void
     * @param callable|null $error fn(Connection $conn, \Throwable $error): void
     * @param callable|null $accept fn(Request $request): mixed, before the connection is opened;
     *     refuses it by returning false (403) or a Response
     * @param array $transports Transport cases: those that are served here; empty: all. A Ratchet component's
     *     clients are WebSockets
     * @param array $options those marked * in the table of options
     * @throws \TypeError if $handler is neither a Handler nor a Ratchet component
     * @throws \ValueError if the path is malformed or taken, or an option is wrong
     * @throws ClosedException after run() began
     */
    public function handle(
        string $path,
        ?object $handler = null,
        ?callable $open = null,
        ?callable $message = null,
        ?callable $close = null,
        ?callable $error = null,
        ?callable $accept = null,
        array $transports = [],
        array $options = [],
    ): static {
    }

    /**
     * Channels that clients read, by any transport, and publish in by POST where that is allowed. The path
     * holds {channel}, or the client names channels itself: ?channel=a&channel=b.
     *
     * A callback that throws is answered with 500 and logged.
     *
     * @param string $path as in handle()
     * @param callable|null $authorize fn(Request $request, string $channel): bool, whether the client may
     *     read the channel (else 403); asked for each channel of a request. null: everybody may
     * @param string|callable|null $publish who may publish: a secret, which clients send as
     *     "Authorization: Bearer SECRET" (401 without one, 403 with another; compared in a time that does not
     *     depend on the secret), or fn(Request $request, string $channel): bool (else 403). A string is always
     *     a secret; the argument is a #[\SensitiveParameter] on PHP 8.2 and later. null: nobody
     * @param array $transports Transport cases: those that are served here; empty: all
     * @throws \ValueError if the path is malformed or taken, or the secret is empty or cannot be a header's
     *     value: it has no control characters, and no spaces at its ends
     * @throws ClosedException after run() began
     */
    public function feed(
        string $path,
        ?callable $authorize = null,
        string|callable|null $publish = null,
        array $transports = [],
    ): static {
    }

    /**
     * Answers plain HTTP requests. A handler that throws is answered with 500 and logged.
     *
     * @param string $path as in handle()
     * @param callable $handler fn(Request $request): Response|string|array
     * @param array $methods GET includes HEAD; other methods get 405
     * @throws \ValueError if the path is malformed or taken, or a method is not a token
     * @throws ClosedException after run() began
     */
    public function http(string $path, callable $handler, array $methods = ['GET']): static
    {
    }

    /**
     * Counts as Prometheus reads them (text exposition format 0.0.4), for GET and HEAD. They are served while
     * the server stops as well. docs/observability.md says what each means.
     *
     * @param string $path as in handle()
     * @param string|callable|null $authorize who may read them: a secret, which clients send as
     *     "Authorization: Bearer SECRET" (401 without one, 403 with another; compared in a time that does not
     *     depend on the secret), or fn(Request $request): bool (else 403). null: this machine, by a loopback
     *     address or a unix socket; a request that a proxy passed on counts where its client is, and is refused
     *     if that proxy is not in trustedProxies. A proxy that does not say so hides where requests come from:
     *     give a secret then. The argument is a #[\SensitiveParameter] on PHP 8.2 and later
     * @throws \ValueError as feed() does
     * @throws ClosedException after run() began
     */
    public function metrics(
        string $path = '/metrics',
        string|callable|null $authorize = null,
    ): static {
    }

    /**
     * Whether the server takes clients, for load balancers: 200 {"status":"ok"}, or 503
     * {"status":"stopping"} once stop() was called, on connections that there still are. No callback runs.
     *
     * @param string $path as in handle()
     * @throws \ValueError if the path is malformed or taken
     * @throws ClosedException after run() began
     */
    public function health(string $path = '/health'): static
    {
    }

    /**
     * The channel of that name; all objects of one name are one channel. A server that stops, or has stopped, still
     * has channels, so that a timer that publishes needs no care.
     *
     * @param string $name 1 to 255 bytes of UTF-8 without control characters
     * @throws \ValueError if the name is not valid
     */
    public function channel(string $name): Channel
    {
    }

    /**
     * What channels do whose name matches the glob: those that there are, and those to come. Of several
     * globs that match, the one that was set first counts; the same glob again replaces what it said.
     *
     * @param string $glob "*" is any run of bytes, "?" any character
     * @param int $history how many publications a channel keeps for clients that come back, and for
     *     Channel::history(); at most 1000000
     * @param float $ttl and for how many seconds, at most 30 days; 0: as long as they are among the newest
     *     $history
     * @param Overflow $overflow what becomes of publications for a subscriber that reads too slowly
     * @throws \ValueError if the glob is empty, or a number is out of range
     * @throws ClosedException if the server was stopped
     */
    public function channels(
        string $glob,
        int $history = 0,
        float $ttl = 0,
        Overflow $overflow = Overflow::Close,
    ): static {
    }

    /**
     * All open conversations, as of now.
     *
     * @return iterable<Connection>
     */
    public function connections(): iterable
    {
    }

    /**
     * Counts. As of now: `connections` (TCP and unix sockets), `open` (conversations, with those that are
     * closing), of these `webSockets`, `eventStreams` and `longPolls`; `sessions` (of the latter two),
     * `readers` (of feeds; `readersByTransport`: websocket, eventstream, longpoll), `channels`,
     * `subscriptions`, `buffered` (bytes that wait for clients), `historyBytes` (payloads in histories),
     * `contextBytes` (what contexts of compressed WebSockets take of `memoryBudget`).
     *
     * Since the start: `accepted`, `refused` (clients turned away with 4xx or 5xx, or without an answer; with
     * answers of 5xx by callbacks; `refusedByStatus`, where 0 is without an answer, and `refusedByReason`:
     * only those that occurred), `requests`, `opened`, `closedByCode` (conversations by close code, only
     * those that occurred; "3000-3999", "4000-4999" and "other" are sums), `published`, `delivered` (the same,
     * each as often as it had subscribers), `messagesIn`, `messagesOut`, `bytesIn`, `bytesOut`, `dropped` (by
     * overflow policies), `overflowCloses`, `heartbeatTimeouts`, `sessionsExpired`, `contextsRefused`
     * (WebSockets that `memoryBudget` had no room for), `tlsHandshakes`, `tlsFailed`, `logSuppressed` and
     * `logLost` (lines).
     *
     * `turns` of the loop, and `callbacks` of the process: [`count`, `seconds`, `longest` (of the last minute,
     * in seconds)].
     *
     * @return array<string,int|array<int|string,int|float>>
     */
    public function stats(): array
    {
    }

    /**
     * Receives the log, at the end of the turn in which something happened. Of each kind of line (event and
     * status) ten come at once and then one per second; how many were left out is said with the next one, or
     * ten seconds later.
     *
     * @param callable|null $log fn(string $level, string $message, array $context): void with PSR-3's
     *     levels; $context holds `event` (what happened, a word; docs/observability.md lists them), and may
     *     hold `connection` (id), `address`, `status` (HTTP, or a close code), `reason` (of refusals, a word),
     *     `suppressed` (lines like this one left out before it) and `exception`. null: warnings and errors go
     *     to stderr, except where that would block
     */
    public function onLog(?callable $log): static
    {
    }

    /**
     * Serves until stop(), a successor that takes over (option `handover`), SIGINT or SIGTERM. These signals
     * stop it with 5 seconds of grace; a second one stops at once. It is a restart where all sockets were
     * inherited ("fd:N", "systemd"), since somebody else keeps them open. SIGHUP reloads the certificates of
     * all listeners that have a Tls; what is wrong with them goes to the log. Signals that the script handles
     * itself are left to it.
     *
     * Started by systemd with Type=notify it says READY=1, RELOADING=1 around SIGHUP, and STOPPING=1.
     *
     * @throws ClosedException if the loop is already running, or the server was stopped
     * @throws RuntimeException if the server listens nowhere
     */
    public function run(): void
    {
    }

    /**
     * One turn of the loop, for tests and for embedding.
     *
     * @param float $wait seconds to wait for the first event
     * @throws ClosedException if the loop is already running
     */
    public function tick(float $wait = 0.0): void
    {
    }

    /**
     * Begins to stop: no new clients, 1001 to all conversations, after what is queued for them. When all
     * are gone, or after $grace seconds, run() returns.
     *
     * A restart, where another process serves on, does not send all clients there at once: conversations are
     * closed with 1012, streams ended and polls answered one after the other, over the first half of $grace.
     * Event streams are told when to come back (`retry:`, 1 to 5 seconds at random). Clients that were accepted
     * already are still served meanwhile.
     *
     * @param float $grace seconds, at most 86400
     * @param bool $restart whether the clients will find another process that serves
     * @throws \ValueError if $grace is out of range
     */
    public function stop(float $grace = 5.0, bool $restart = false): void
    {
    }
}
