--TEST--
A unix socket is named as nginx does it, or without http://
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$socket = sys_get_temp_dir() . '/rtcomm-publisher-' . getmypid() . '.sock';
$server = new ScriptedServer(<<<'PHP'
    $a = accept();
    for ($i = 1; $i <= 3; $i++) {
        note(strstr(request($a), "Content", true));
        fwrite($a, answer("AAAAAAAAAAA:$i"));
    }
    PHP, $socket);
foreach (["http://unix:$socket:/feed", "unix:$socket:/", "unix:$socket"] as $url) {
    echo (new RtComm\Publisher($url, timeout: PATIENCE))->publish('news', 'hello'), "\n", $server->noted();
}
unlink($socket);
?>
--EXPECT--
AAAAAAAAAAA:1
POST /feed/news HTTP/1.1
Host: localhost
AAAAAAAAAAA:2
POST /news HTTP/1.1
Host: localhost
AAAAAAAAAAA:3
POST /news HTTP/1.1
Host: localhost
