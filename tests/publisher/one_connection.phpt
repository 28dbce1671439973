--TEST--
All publishers for a server in a process use one connection
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new ScriptedServer(<<<'PHP'
    $a = accept();
    for ($i = 1; $i <= 5; $i++) {
        note(strstr(request($a), ' HTTP', true));
        fwrite($a, answer("AAAAAAAAAAA:$i"));
    }
    PHP);
$publishers = [
    new RtComm\Publisher("http://$server->address/a", timeout: PATIENCE),
    new RtComm\Publisher("http://$server->address/b", 'secret', PATIENCE),
];
for ($i = 0; $i < 4; $i++) {
    echo attempt($publishers[$i % 2]), ' ', $server->noted(), "\n";
}
unset($publishers);
gc_collect_cycles();
echo attempt(new RtComm\Publisher("http://$server->address/c", timeout: PATIENCE)), ' ', $server->noted(), "\n";
?>
--EXPECT--
AAAAAAAAAAA:1 POST /a/news
AAAAAAAAAAA:2 POST /b/news
AAAAAAAAAAA:3 POST /a/news
AAAAAAAAAAA:4 POST /b/news
AAAAAAAAAAA:5 POST /c/news
