--TEST--
A forked child opens a connection of its own, and leaves its parent's alone
--EXTENSIONS--
rtcomm
pcntl
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new ScriptedServer(<<<'PHP'
    $parent = accept();
    note(substr(request($parent), -7));
    fwrite($parent, answer('AAAAAAAAAAA:1'));
    $child = accept();
    note(substr(request($child), -7));
    fwrite($child, answer('AAAAAAAAAAA:2'));
    note(request($child) === '' ? 'the child has ended' : 'the child goes on');
    foreach (['AAAAAAAAAAA:3', 'AAAAAAAAAAA:4'] as $id) {
        note(substr(request($parent), -7));
        fwrite($parent, answer($id));
    }
    PHP);
$publisher = new RtComm\Publisher("http://$server->address/feed", timeout: PATIENCE);
echo attempt($publisher, data: 'parent1'), ' ', $server->noted(), "\n";
if (($pid = pcntl_fork()) === 0) {
    exit(attempt($publisher, data: 'child 1') === 'AAAAAAAAAAA:2' ? 7 : 1);
}
echo $server->noted(), "\n", $server->noted(), "\n";
pcntl_waitpid($pid, $status);
var_dump(pcntl_wexitstatus($status));
echo attempt($publisher, data: 'parent2'), ' ', $server->noted(), "\n";
/* A child that does nothing but end. */
if (($pid = pcntl_fork()) === 0) {
    exit(0);
}
pcntl_waitpid($pid, $status);
echo attempt($publisher, data: 'parent3'), ' ', $server->noted(), "\n";
?>
--EXPECT--
AAAAAAAAAAA:1 parent1
child 1
the child has ended
int(7)
AAAAAAAAAAA:3 parent2
AAAAAAAAAAA:4 parent3
