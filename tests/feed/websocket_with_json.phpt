--TEST--
With the subprotocol rtcomm.json each message says what it is
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('the answer agrees on more');
?>
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->channels('h', history: 2);
$server->feed('/feed/{channel}');
$server->feed('/feeds');
$address = serve($server);
[$h, $n] = [$server->channel('h'), $server->channel('n')];
$client = json_socket($server, $address, '/feeds?channel=h&channel=n');
$show = function (?string $text = null) use (&$client, $h, $n) {
    echo plain($text ?? $client->text(), epoch($h), epoch($n)), "\n";
};
$show(str_replace("\r\n", "\n", $client->response) . "\n");
$show();
$h->publish('text', 'event');
$n->publish("\0", binary: true);
$show();
$show();
$client->sync();
$client->close();
echo "-- resumed\n";
$cursor = $h->cursor();
$h->publish('missed');
$client = json_socket($server, $address, "/feed/h?cursor=$cursor");
$show();
$show();
$h->publish('live');
$show();
echo "-- with a gap\n";
$h->publish('lost');
$h->publish('newest');
$client = json_socket($server, $address, "/feed/h?cursor=$cursor");
$show();
$show();
$show();
--EXPECT--
HTTP/1.1 101 Switching Protocols
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
Sec-WebSocket-Protocol: rtcomm.json

{"cursor":"e1:0,e2:0","gap":false}
{"channel":"h","id":"e1:1","event":"event","data":"text","binary":false}
{"channel":"n","id":"e2:1","event":null,"data":"AA==","binary":true}
-- resumed
{"cursor":"e1:1","gap":false}
{"channel":"h","id":"e1:2","event":null,"data":"missed","binary":false}
{"channel":"h","id":"e1:3","event":null,"data":"live","binary":false}
-- with a gap
{"cursor":"e1:1","gap":false}
{"cursor":"e1:3","gap":true}
{"channel":"h","id":"e1:4","event":null,"data":"lost","binary":false}
