--TEST--
POST publishes in a channel and says under which id
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->feed('/feed/{channel}', publish: 'a-secret');
$server->feed('/feeds', publish: 'a-secret');
$address = serve($server);
$channel = $server->channel('c');
$reader = json_socket($server, $address, '/feed/c');
$client = new HttpClient($server, $address);
$auth = ['Authorization' => 'Bearer a-secret'];
$reader->text();
echo plain(show($client->request('POST', '/feed/c', $auth, "text \u{e9}")), epoch($channel)), "\n";
$posts = [
    ['/feed/c', ['RtComm-Event' => "pr\u{e9}is"]],
    ['/feeds?channel=c', ['Content-Type' => 'application/json; charset=utf-8']],
    ['/feed/c', ['Content-Type' => 'Application/Octet-Stream ; x=y']],
    ['/feed/c', ['Content-Type' => 'application/octet-streams']],
    ['/feed/c?cursor=nonsense&history=x', []],
];
foreach (array_slice($posts, 0, 4) as [$target, $headers]) {
    $client->request('POST', $target, $auth + $headers, 'data');
}
echo plain(body($client->request('POST', '/feed/c', $auth)), epoch($channel)), "\n";
for ($i = 0; $i < 6; $i++) {
    echo plain($reader->text(), epoch($channel)), "\n";
}
--EXPECT--
HTTP/1.1 200 OK
Content-Length: 36
Connection: keep-alive
Content-Type: application/json
Cache-Control: no-store

{"id":"e1:1","receivers":1}

{"id":"e1:6","receivers":1}
{"channel":"c","id":"e1:1","event":null,"data":"text é","binary":false}
{"channel":"c","id":"e1:2","event":"préis","data":"data","binary":false}
{"channel":"c","id":"e1:3","event":null,"data":"data","binary":false}
{"channel":"c","id":"e1:4","event":null,"data":"ZGF0YQ==","binary":true}
{"channel":"c","id":"e1:5","event":null,"data":"data","binary":false}
{"channel":"c","id":"e1:6","event":null,"data":"","binary":false}
