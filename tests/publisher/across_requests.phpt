--TEST--
The connection outlives the requests of a process
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';
require __DIR__ . '/../sse/server.inc';

$server = new ScriptedServer(<<<'PHP'
    $a = accept();
    foreach (['AAAAAAAAAAA:1', 'AAAAAAAAAAA:2', 'AAAAAAAAAAA:3'] as $id) {
        request($a);
        fwrite($a, answer($id));
    }
    PHP);
$web = new WebServer(<<<'PHP'
    echo (new RtComm\Publisher("http://$_GET[server]/feed", timeout: 40))->publish('news', 'hello');
    PHP);
for ($i = 0; $i < 3; $i++) {
    $response = stream_get_contents($web->request('GET', "/?server=$server->address"));
    echo strstr($response, "\r\n", true), ' ', substr(strstr($response, "\r\n\r\n"), 4), "\n";
}
?>
--EXPECT--
HTTP/1.1 200 OK AAAAAAAAAAA:1
HTTP/1.1 200 OK AAAAAAAAAAA:2
HTTP/1.1 200 OK AAAAAAAAAAA:3
