--TEST--
A feed's secret: 401 without one, 403 with another, whatever its length; a string is never a callable's name
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->feed('/feed/{channel}', publish: 'phpversion');
$server->feed('/long/{channel}', publish: 'a secret of several words');
$address = serve($server);
$headers = [
    'none' => [],
    'right' => ['Authorization' => 'Bearer phpversion'],
    'of another case' => ['Authorization' => 'bEARER phpversion'],
    'behind more spaces' => ['Authorization' => 'Bearer   phpversion'],
    'of another scheme' => ['Authorization' => 'Basic cGhwdmVyc2lvbjo='],
    'no scheme' => ['Authorization' => 'phpversion'],
    'scheme alone' => ['Authorization' => 'Bearer'],
    'empty' => ['Authorization' => 'Bearer '],
    'wrong' => ['Authorization' => 'Bearer phpversioN'],
    'shorter' => ['Authorization' => 'Bearer phpversio'],
    'longer' => ['Authorization' => 'Bearer phpversion1'],
    'twice' => ['Authorization' => 'Bearer phpversionphpversion'],
    'in the query' => [],
];
foreach ($headers as $name => $fields) {
    $client = new HttpClient($server, $address);
    $target = $name === 'in the query' ? '/feed/c?secret=phpversion' : '/feed/c';
    echo $name, ': ', status($client->request('POST', $target, $fields, 'hello')), "\n";
}
$client = new HttpClient($server, $address);
echo status($client->request('POST', '/long/c', ['Authorization' => 'Bearer a secret of several words'], 'x')), "\n";
--EXPECT--
none: HTTP/1.1 401 Unauthorized
right: HTTP/1.1 200 OK
of another case: HTTP/1.1 200 OK
behind more spaces: HTTP/1.1 200 OK
of another scheme: HTTP/1.1 401 Unauthorized
no scheme: HTTP/1.1 401 Unauthorized
scheme alone: HTTP/1.1 401 Unauthorized
empty: HTTP/1.1 401 Unauthorized
wrong: HTTP/1.1 403 Forbidden
shorter: HTTP/1.1 403 Forbidden
longer: HTTP/1.1 403 Forbidden
twice: HTTP/1.1 403 Forbidden
in the query: HTTP/1.1 401 Unauthorized
HTTP/1.1 200 OK
