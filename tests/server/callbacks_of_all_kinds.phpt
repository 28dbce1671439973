--TEST--
Callbacks of all kinds are called alike
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

function plain($conn, $text)
{
    $conn->send("plain: $text");
}

/** @return Generator<void> */
function generator($conn, $text)
{
    $conn->send('never');
    yield;
}

function by_reference($conn, &$text)
{
    $text .= '!';
    $conn->send("by reference: $text");
}

class Talk
{
    public function __invoke($conn, string $text)
    {
        $conn->send("invoked: $text");
    }

    public static function fixed($conn, $text)
    {
        $conn->send(static::class . ": $text");
    }

    public function method($conn, $text, bool $binary, $more = 'default')
    {
        $conn->send("method: $text $more");
    }

    public function __call($name, $arguments)
    {
        $arguments[0]->send("$name: $arguments[1]");
    }

    public function own(): Closure
    {
        return fn($conn, $text) => $conn->send($this::class . " of a closure: $text");
    }
}

class Loud extends Talk
{
}

$talk = new Talk();
$bound = 'bound';
$callbacks = [
    'plain',
    'generator',
    'by_reference',
    'call_user_func' => fn($conn, $text) => call_user_func([$conn, 'send'], $text),
    $talk,
    'Loud::fixed',
    [new Loud(), 'method'],
    [$talk, 'whatever'],
    $talk->own(),
    $talk->method(...),
    plain(...),
    fn($conn, ...$all) => $conn->send(count($all) . ' more'),
    fn() => func_get_arg(0)->send(func_num_args() . ' in all'),
    static function ($conn, $text) use ($bound) {
        static $times = 0;
        $conn->send($bound . ++$times . ": $text");
    },
    function ($conn, $text) {
        extract(['what' => $text]);
        $conn->send("extracted: $what");
    },
    fn(RtComm\Connection $conn, int $number) => $conn->send('never'),
    fn($conn, $a, $b, $c) => $conn->send('never'),
];
foreach ($callbacks as $i => $callback) {
    $server = new RtComm\Server();
    $server->handle('/', message: $callback, error: fn($conn, $error) => $conn->send(get_class($error)));
    $client = new WebSocketClient($server, serve($server));
    foreach (['text', 'again'] as $text) {
        $client->send($text);
        if ($callback !== 'generator') {
            echo $client->text(), "\n";
        }
    }
}
--EXPECTF--
plain: text
plain: again

Warning: by_reference(): Argument #2 ($text) must be passed by reference, value given in %sclient.inc on line %d
by reference: text!

Warning: by_reference(): Argument #2 ($text) must be passed by reference, value given in %sclient.inc on line %d
by reference: again!
text
again
invoked: text
invoked: again
Loud: text
Loud: again
method: text default
method: again default
whatever: text
whatever: again
Talk of a closure: text
Talk of a closure: again
method: text default
method: again default
plain: text
plain: again
2 more
2 more
3 in all
3 in all
bound1: text
bound2: again
extracted: text
extracted: again
TypeError
TypeError
ArgumentCountError
ArgumentCountError
