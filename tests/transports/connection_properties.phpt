--TEST--
What a Connection says of its client is the same over every transport
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/room/{room}', open: function ($conn) use (&$conns) {
    $conns[] = $conn;
});
$address = serve($server);
$peers = peers($server, $address, '/room/a%20b?x=1');
foreach ($conns as $conn) {
    echo $conn->transport->name, ' ', json_encode([
        $conn->remoteAddress === client_ip(), $conn->remotePort > 0 || listens_on('unix'), $conn->subprotocol, $conn->data, $conn->request->method, $conn->request->target,
        $conn->request->params, $conn->request->query('x'), $conn->request === $conn->request, $conn->bufferedBytes(),
        $conn->ping('x')->name, $conn->id === $conns[0]->id, $conn == $conns[0],
    ]), "\n";
    $conn->other = $conn->transport;
}
echo count($server->connections()), "\n";
echo json_encode(array_intersect_key($server->stats(), array_flip(['open', 'webSockets', 'eventStreams', 'longPolls', 'sessions', 'readers']))), "\n";
$again = new PollClient($server, $address, '/room/a%20b?x=1');
echo $peers['event-stream']->client->block();
foreach ($conns as $conn) {
    $conn->terminate();
}
settle($server);
foreach (array_slice($conns, 0, 3) as $conn) {
    echo json_encode([$conn->transport->value, $conn->remoteAddress === client_ip(), $conn->request->path, $conn->isOpen(), $conn->bufferedBytes(),
        $conn->send('x')->name, $conn->ping()->name, $conn->close()->isOpen(), $conn->other->name]), "\n";
    $conn->terminate();
    $conn->pause();
    $conn->resume();
    $conn->subscribe('c')->unsubscribe('c');
}
--EXPECT--
WebSocket [true,true,null,null,"GET","\/room\/a%20b?x=1",{"room":"a b"},"1",true,0,"Sent",true,true]
EventStream [true,true,null,null,"GET","\/room\/a%20b?x=1",{"room":"a b"},"1",true,0,"Sent",false,false]
LongPoll [true,true,null,null,"GET","\/room\/a%20b?x=1",{"room":"a b"},"1",true,0,"Sent",false,false]
3
{"open":3,"webSockets":1,"eventStreams":1,"longPolls":1,"sessions":2,"readers":0}
: x

["websocket",true,"\/room\/a%20b",false,0,"Closed","Closed",false,"WebSocket"]
["event-stream",true,"\/room\/a%20b",false,0,"Closed","Closed",false,"EventStream"]
["long-poll",true,"\/room\/a%20b",false,0,"Closed","Closed",false,"LongPoll"]
