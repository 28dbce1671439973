--TEST--
A connection that the server has closed meanwhile is replaced
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new ScriptedServer(<<<'PHP'
    for ($i = 1; $i <= 3; $i++) {
        $a = accept();
        request($a);
        fwrite($a, answer("AAAAAAAAAAA:$i"));
        fclose($a);
        note('closed');
    }
    PHP);
$publisher = new RtComm\Publisher("http://$server->address/feed", timeout: PATIENCE);
for ($i = 0; $i < 3; $i++) {
    echo attempt($publisher), ' ', $server->noted(), "\n";
}
echo $server->end(), "\n";
?>
--EXPECT--
AAAAAAAAAAA:1 closed
AAAAAAAAAAA:2 closed
AAAAAAAAAAA:3 closed
exit 0
