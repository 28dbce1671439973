--TEST--
What polls of a feed are answered with
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('answers depend on Accept-Encoding');
?>
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->channels('*', history: 10);
$server->feed('/feed/{channel}');
$client = new HttpClient($server, serve($server));
$channel = $server->channel('a"b');
$epoch = epoch($channel);
echo plain(show($client->get('/feed/a%22b')), $epoch), "\n";
$channel->publish("text \u{e9}\n", 'event');
$channel->publish("\0\xff", binary: true);
echo plain(show($client->get("/feed/a%22b?cursor=$epoch:0")), $epoch), "\n";
echo plain(show($client->get("/feed/a%22b?cursor=$epoch:2&wait=0")), $epoch), "\n";
echo plain(show($client->get("/feed/a%22b?cursor=old:2")), $epoch), "\n";
--EXPECT--
HTTP/1.1 200 OK
Content-Length: 52
Connection: keep-alive
Content-Type: application/json
Cache-Control: no-store

{"cursor":"e1:0","messages":[],"gap":false}

HTTP/1.1 200 OK
Content-Length: 222
Connection: keep-alive
Content-Type: application/json
Cache-Control: no-store

{"cursor":"e1:2","messages":[{"channel":"a\"b","id":"e1:1","event":"event","data":"text é\n","binary":false},{"channel":"a\"b","id":"e1:2","event":null,"data":"AP8=","binary":true}],"gap":false}

HTTP/1.1 200 OK
Content-Length: 52
Connection: keep-alive
Content-Type: application/json
Cache-Control: no-store

{"cursor":"e1:2","messages":[],"gap":false}

HTTP/1.1 200 OK
Content-Length: 244
Connection: keep-alive
Content-Type: application/json
Cache-Control: no-store

{"cursor":"e1:2","messages":[{"channel":"a\"b","id":"e1:1","event":"event","data":"text é\n","binary":false},{"channel":"a\"b","id":"e1:2","event":null,"data":"AP8=","binary":true}],"gap":true,"from":"e1:0"}

