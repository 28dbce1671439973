<?php

declare(strict_types=1);

/*
 * Prices that move, and a page that draws them as they come.
 *
 *     php -d extension=rtcomm examples/ticker.php [ADDRESS]
 *
 * ADDRESS is "host:port" or "[::1]:port"; without it, 127.0.0.1:8080.
 *
 * Each price is a JSON object {name, price, time} on a channel of its own, "prices.NAME". Whoever was cut off gets what
 * it missed from the channel's history: the page, and anything else that speaks HTTP.
 *
 *     curl -N -H 'Accept: text/event-stream' 'http://127.0.0.1:8080/feed?channel=prices.ALTO&channel=news'
 *
 * /metrics has counts for Prometheus, /health says "ok".
 *
 * With a secret in the environment, RTCOMM_SECRET, others publish too. The page shows what comes on "news".
 *
 *     curl -H "Authorization: Bearer $RTCOMM_SECRET" -d 'Closed at five today' http://127.0.0.1:8080/feed/news
 */

use RtComm\{ListenException, Request, Response, Server};

/** An invented share. Its price wanders, and is drawn back to where it began. */
final class Share
{
    private float $price;

    public function __construct(public readonly string $name, private readonly float $usual)
    {
        $this->price = $usual;
    }

    public function move(): void
    {
        $chance = mt_rand() / mt_getrandmax() - 0.5;
        $this->price += $this->usual * $chance * 0.006 + ($this->usual - $this->price) * 0.01;
    }

    public function encode(): string
    {
        $fields = ['name' => $this->name, 'price' => round($this->price, 2), 'time' => round(microtime(true), 3)];
        return json_encode($fields, JSON_THROW_ON_ERROR);
    }
}

try {
    $server = new Server();
    $address = $server->listen($argv[1] ?? '127.0.0.1:8080');
} catch (ListenException $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
}

/* Two and a half minutes of prices are kept: who is away for longer is told of a gap. */
$server->channels('prices.*', history: 300);
$server->channels('news', history: 20);

$shares = [new Share('ALTO', 84.0), new Share('BRIO', 212.0), new Share('CODA', 37.5)];
$server->loop->addPeriodicTimer(0.5, function () use ($server, $shares): void {
    foreach ($shares as $share) {
        $share->move();
        $server->channel("prices.{$share->name}")->publish($share->encode());
    }
});

/* A channel exists for as long as somebody reads it, so readers do not choose its name. */
$names = array_map(fn(Share $share): string => "prices.{$share->name}", $shares);
$mayRead = fn(Request $request, string $channel): bool => in_array($channel, [...$names, 'news'], true);
$secret = getenv('RTCOMM_SECRET') ?: null;

$server->feed('/feed', $mayRead);
$server->feed('/feed/{channel}', $mayRead, publish: $secret);
$server->metrics()->health(); /* for this machine alone, and for whoever asks whether there is a server */
$server->http('/', fn(): Response => Response::file(__DIR__ . '/ticker.html', 'text/html; charset=utf-8'));
$server->http('/rtcomm.js', fn(): Response => Response::file(__DIR__ . '/../client/rtcomm.js', 'text/javascript; charset=utf-8'));

echo "Prices are at http://{$address}/ (Ctrl-C ends it)\n";
$server->run();
