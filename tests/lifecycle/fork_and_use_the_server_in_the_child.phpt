--TEST--
A child that goes on with the server has a loop of its own; the parent's goes on as well
--EXTENSIONS--
rtcomm
pcntl
--SKIPIF--
<?php
if (getenv('RTCOMM_TEST_LISTEN') === 'tls') {
    die('skip The client is in the process that forks, and its side of TLS cannot be in two');
}
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/{who}', fn($request) => "{$request->params['who']}");
$address = serve($server);
$client = new HttpClient($server, $address);
echo body($client->get('/before')), "\n";
$pid = pcntl_fork();
if ($pid === 0) {
    $own = new RtComm\Server(null, [], new RtComm\Loop());
    $own->http('/', fn() => 'served by the child');
    $child = new HttpClient($own, serve($own));
    echo body($child->get('/')), "\n";
    $server->tick();
    unset($server);
    exit(0);
}
pcntl_waitpid($pid, $status);
echo body($client->get('/parent')), "\n", body((new HttpClient($server, $address))->get('/again')), "\n";
--EXPECT--
before
served by the child
parent
again
