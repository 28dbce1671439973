--TEST--
A publication is one request, byte for byte
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new ScriptedServer(<<<'PHP'
    $a = accept();
    for ($i = 1; $i <= 4; $i++) {
        note(request($a));
        fwrite($a, answer("AAAAAAAAAAA:$i"));
    }
    PHP);
$publisher = new RtComm\Publisher("http://$server->address/feed/", 'a-secret', PATIENCE);
$other = new RtComm\Publisher("http://$server->address", timeout: PATIENCE);
foreach ([
    fn() => $publisher->publish('news', 'Grüße'),
    fn() => $publisher->publish("a/b c+é~%", "\xFF", 'price'),
    fn() => $publisher->publish('news', '', 'größer: 1'),
    fn() => $other->publish('news', "a\r\n\r\nb", ''),
] as $publish) {
    echo $publish(), "\n", json_encode(strtr($server->noted(), [$server->address => 'ADDRESS']), JSON_UNESCAPED_SLASHES |
        JSON_UNESCAPED_UNICODE), "\n";
}
?>
--EXPECT--
AAAAAAAAAAA:1
"POST /feed/news HTTP/1.1\r\nHost: ADDRESS\r\nAuthorization: Bearer a-secret\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 7\r\n\r\nGrüße"
AAAAAAAAAAA:2
"POST /feed/a%2Fb%20c%2B%C3%A9~%25 HTTP/1.1\r\nHost: ADDRESS\r\nAuthorization: Bearer a-secret\r\nRtComm-Event: price\r\nContent-Type: application/octet-stream\r\nContent-Length: 1\r\n\r\n�"
AAAAAAAAAAA:3
"POST /feed/news HTTP/1.1\r\nHost: ADDRESS\r\nAuthorization: Bearer a-secret\r\nRtComm-Event: größer: 1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 0\r\n\r\n"
AAAAAAAAAAA:4
"POST /news HTTP/1.1\r\nHost: ADDRESS\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 6\r\n\r\na\r\n\r\nb"
