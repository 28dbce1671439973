--TEST--
metrics() and health() check their arguments
--EXTENSIONS--
rtcomm
--FILE--
<?php
$server = new RtComm\Server();
foreach ([
    fn() => $server->metrics('metrics'),
    fn() => $server->metrics('/metrics', ''),
    fn() => $server->metrics('/metrics', "a\n"),
    fn() => $server->metrics('/metrics', 5),
    fn() => $server->metrics('/metrics', ['no', 'callback']),
    fn() => $server->health(''),
    fn() => $server->metrics()->metrics(),
    fn() => $server->health()->health(),
    fn() => $server->metrics('/strlen', 'strlen'),
] as $call) {
    try {
        $call();
        echo "fine\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
--EXPECT--
ValueError: RtComm\Server::metrics(): Argument #1 ($path) a path starts with "/"
ValueError: RtComm\Server::metrics(): Argument #2 ($authorize) must be a secret of at least 1 byte, without control characters and spaces at its ends
ValueError: RtComm\Server::metrics(): Argument #2 ($authorize) must be a secret of at least 1 byte, without control characters and spaces at its ends
TypeError: RtComm\Server::metrics(): Argument #2 ($authorize) must be a secret, a valid callback or null
TypeError: RtComm\Server::metrics(): Argument #2 ($authorize) must be a secret, a valid callback or null, class "no" not found
ValueError: RtComm\Server::health(): Argument #1 ($path) a path starts with "/"
ValueError: RtComm\Server::metrics(): Argument #1 ($path) must be new, "/metrics" has a route
ValueError: RtComm\Server::health(): Argument #1 ($path) must be new, "/health" has a route
fine
