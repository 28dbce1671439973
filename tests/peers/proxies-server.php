<?php

/** What run-proxies puts proxies in front of; each client is told who it is taken for. */

[, $directory, $ports, $pem] = $argv;
[$requests, $connections, $tls] = explode(',', $ports);
$who = function (RtComm\Connection $conn) {
    $port = $conn->remotePort > 0 ? 'port' : 'no port';
    $conn->send("$conn->remoteAddress $port {$conn->request->getUri()->getScheme()}");
};
$make = function (array $options) use ($who): RtComm\Server {
    $server = new RtComm\Server(null, $options);
    $server->handle('/who', open: $who, message: fn($conn, $data) => $conn->send($data));
    $server->http('/accepted', fn() => (string) $server->stats()['accepted']);
    $server->onLog(fn($level, $message, $context) => fprintf(STDERR, "%s: %s\n", $context['address'] ?? '', $message));
    return $server;
};

$x = $make(['trustedProxies' => ['127.0.0.1']]);
$x->listen("127.0.0.1:$requests");
$standard = $make(['trustedProxies' => ['unix'], 'forwardedHeader' => 'Forwarded']);
$standard->listen("unix:$directory/server.sock");
$proxy = $make(['trustedProxies' => ['127.0.0.1'], 'proxyProtocol' => true]);
$proxy->listen("127.0.0.1:$connections");
if (class_exists(RtComm\Tls::class)) {
    $proxy->listen("127.0.0.1:$tls", new RtComm\Tls($pem, $pem));
    $with = ' with TLS';
}
echo 'READY', $with ?? '', "\n";
$proxy->run();
