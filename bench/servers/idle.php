<?php

/* For bench/idle: a feed and a conversation, whose messages are those of one channel. Prints its address. */

$server = new RtComm\Server(null, ['heartbeat' => 60.0, 'backlog' => 4096]);
$server->channels('news', history: 10);
$server->feed('/feed/{channel}', publish: 'secret');
$server->handle('/talk', open: fn(RtComm\Connection $conn) => $conn->subscribe('news'), message: fn() => null);
echo $server->listen('127.0.0.1:0'), "\n";
$server->run();
