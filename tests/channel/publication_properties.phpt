--TEST--
A Publication says what was published, where and when; nobody can change, copy or make one
--EXTENSIONS--
rtcomm
--FILE--
<?php
$server = new RtComm\Server();
$server->channels('*', history: 5);
$channel = $server->channel('news');
$before = microtime(true) - 0.01;
$ids = [$channel->publish('hello'), $channel->publish("\0\xff", event: 'price', binary: true), $channel->publish('')];
$after = microtime(true) + 0.01;
foreach ($channel->history() as $i => $publication) {
    var_dump($publication->id === $ids[$i], $publication->time >= $before && $publication->time <= $after);
    echo json_encode([$publication->channel, bin2hex($publication->data), $publication->event, $publication->binary]), "\n";
}
$deeds = [
    'write' => fn() => $publication->data = 'other',
    'add' => fn() => $publication->other = 1,
    'unset' => function () use ($publication) {
        unset($publication->data);
    },
    'clone' => fn() => clone $publication,
    'serialize' => fn() => serialize($publication),
    'unserialize' => fn() => unserialize('O:18:"RtComm\Publication":0:{}'),
    'new' => fn() => new RtComm\Publication(),
    'extend' => fn() => var_dump((new ReflectionClass(RtComm\Publication::class))->isFinal()),
];
foreach ($deeds as $name => $deed) {
    try {
        $deed();
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
--EXPECT--
bool(true)
bool(true)
["news","68656c6c6f",null,false]
bool(true)
bool(true)
["news","00ff","price",true]
bool(true)
bool(true)
["news","",null,false]
Error: Cannot modify readonly property RtComm\Publication::$data
Error: Cannot create dynamic property RtComm\Publication::$other
Error: Cannot unset readonly property RtComm\Publication::$data
Error: Trying to clone an uncloneable object of class RtComm\Publication
Exception: Serialization of 'RtComm\Publication' is not allowed
Exception: Unserialization of 'RtComm\Publication' is not allowed
Error: Call to private RtComm\Publication::__construct() from global scope
bool(true)
