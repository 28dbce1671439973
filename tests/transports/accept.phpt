--TEST--
accept decides over a conversation by any transport, once for each session
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->onLog(function (string $level, string $message) {
    if ($level === 'error') {
        echo strstr($message, ' in ', true), "\n";
    }
});
$server->handle('/', open: fn($conn) => print "opened\n", close: fn() => print "closed\n", accept: function (RtComm\Request $request) {
    echo "accept $request->target\n";
    return match ($request->query('answer')) {
        'false' => false,
        'response' => new RtComm\Response(402, "pay\n", ['X-Price' => '1']),
        'throw' => throw new DomainException('thrown'),
        default => null,
    };
});
$address = serve($server);
foreach (['text/event-stream', '*/*'] as $accept) {
    foreach (['false', 'response', 'throw'] as $answer) {
        $client = new HttpClient($server, $address);
        $response = $client->get("/?answer=$answer", ['Accept' => $accept]);
        settle($server);
        echo brief($response);
    }
}
$client = new StreamClient($server, $address);
$client->text();
$client->close();
settle($server);
$again = new StreamClient($server, $address, '/', "$client->token.0");
echo brief(post($server, $address, "/?session=$client->token", 'x'));
$poll = new PollClient($server, $address);
echo $poll->poll(0);
echo $server->stats()['sessions'], ' ', count($server->connections()), "\n";
--EXPECT--
accept /?answer=false
403 refused
accept /?answer=response
402 pay
accept /?answer=throw
An accept callback threw DomainException: thrown
500 the handler failed
accept /?answer=false
403 refused
accept /?answer=response
402 pay
accept /?answer=throw
An accept callback threw DomainException: thrown
500 the handler failed
accept /
opened
204
accept /
opened
{"cursor":"TOKEN.0","messages":[]}
2 2
