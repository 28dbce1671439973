--TEST--
What is published arrives at a feed's history, with its event, its bytes and its id
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$socket = sys_get_temp_dir() . '/rtcomm-publisher-' . getmypid() . '.sock';
$child = new Child('$server = new RtComm\Server(options: ["maxBodySize" => 100000]);
    $server->onLog(null);
    $server->channels("*", history: 10);
    $server->feed("/feed/{channel}", publish: "a-secret");
    $server->feed("/closed/{channel}");
    $server->http("/show", function (RtComm\Request $request) use ($server) {
        return RtComm\Response::json(array_map(
            fn($p) => [$p->id, base64_encode($p->data), $p->event, $p->binary],
            $server->channel($request->query("channel"))->history(),
        ));
    });
    $address = $server->listen("127.0.0.1:0");
    $server->listen("unix:' . $socket . '");
    echo "$address\n";
    $server->run();');
$address = $child->line();
$publisher = new RtComm\Publisher("http://$address/feed", 'a-secret', PATIENCE);
$local = new RtComm\Publisher("http://unix:$socket:/feed", 'a-secret', PATIENCE);
$name = 'a/b c+%2F.ü';
$ids = [
    $publisher->publish($name, 'Grüße'),
    $local->publish($name, "a\r\nb\0", 'größer: 1'),
    $publisher->publish($name, "\xFF\x00", 'bytes'),
    $local->publish($name, ''),
    $publisher->publish($name, str_repeat('x', 90000)),
];
$history = json_decode(file_get_contents("http://$address/show?channel=" . rawurlencode($name)));
foreach ($history as $i => [$id, $data, $event, $binary]) {
    $data = base64_decode($data);
    echo $id === $ids[$i] ? 'same id' : "$id is not $ids[$i]", ', ',
        json_encode([strlen($data) < 100 ? bin2hex($data) : strlen($data), $event, $binary], JSON_UNESCAPED_UNICODE), "\n";
}
echo attempt(new RtComm\Publisher("http://$address/feed", 'another', PATIENCE)), "\n";
echo attempt(new RtComm\Publisher("http://$address/feed", timeout: PATIENCE)), "\n";
echo attempt(new RtComm\Publisher("http://$address/nowhere", 'a-secret', PATIENCE)), "\n";
echo attempt(new RtComm\Publisher("http://$address/closed", 'a-secret', PATIENCE)), "\n";
echo attempt($publisher, data: str_repeat('x', 200000)), "\n";
var_dump(str_contains(attempt($publisher), ':'));
$child->signal(SIGTERM);
echo $child->end(), "\n";
echo strstr(attempt($publisher), ':'), "\n";
@unlink($socket);
?>
--EXPECT--
same id, ["4772c3bcc39f65",null,false]
same id, ["610d0a6200","größer: 1",false]
same id, ["ff00","bytes",true]
same id, ["",null,false]
same id, [90000,null,false]
403 Refused by SERVER: 403 publishing in the channel 'news' is not allowed
401 Refused by SERVER: 401 this needs an Authorization field
404 Refused by SERVER: 404 there is nothing at this path
405 Refused by SERVER: 405 that method is not allowed here
413 Refused by SERVER: 413 the body is larger than maxBodySize
bool(true)
exit 0
: Connection refused
