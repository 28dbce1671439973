--TEST--
The scheme of a request is what a trusted proxy says it was asked with
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

function show_schemes(Behind $behind, array $cases): void
{
    $client = $behind->connect();
    foreach ($cases as $fields) {
        $client->write("GET /uri HTTP/1.1\r\nHost: test\r\n$fields\r\n\r\n");
        printf("%-70s %s\n", str_replace("\r\n", ' | ', $fields), body($client->response()));
    }
}

show_schemes(new Behind(['trustedProxies' => ['127.0.0.1', '10.0.0.0/8']]), [
    'X-A: b',
    'X-Forwarded-Proto: https',
    'X-Forwarded-Proto: http',
    'X-Forwarded-Proto: WSS',
    'X-Forwarded-Proto: on',
    'X-Forwarded-Proto: http, https',
    'X-Forwarded-Proto: https, http',
    "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https",
    "X-Forwarded-For: 192.0.2.1, 10.1.1.1\r\nX-Forwarded-Proto: https",
    "X-Forwarded-For: 192.0.2.1, 10.1.1.1\r\nX-Forwarded-Proto: https, http",
    "X-Forwarded-For: 192.0.2.1, 10.1.1.1\r\nX-Forwarded-Proto: http\r\nX-Forwarded-Proto: https, http",
    "X-Forwarded-For: 192.0.2.9, 192.0.2.1\r\nX-Forwarded-Proto: https, http",
    "X-Forwarded-For: nonsense\r\nX-Forwarded-Proto: http, https",
    "X-Forwarded-Ssl: on\r\nX-Forwarded-Port: 443\r\nX-Forwarded-Host: other.example",
]);
show_schemes(new Behind(['trustedProxies' => ['127.0.0.1', '10.0.0.0/8'], 'forwardedHeader' => 'Forwarded']), [
    'Forwarded: proto=https',
    'Forwarded: for=unknown;proto="https"',
    'Forwarded: for=192.0.2.1;proto=https, for=10.1.1.1;proto=http',
    'Forwarded: for=192.0.2.1, for=10.1.1.1;proto=https',
    'Forwarded: for=192.0.2.9;proto=https, for=192.0.2.1;proto=http',
    'Forwarded: for=192.0.2.1;proto=http, nonsense, proto=https',
]);
--EXPECT--
X-A: b                                                                 http://test/uri
X-Forwarded-Proto: https                                               https://test/uri
X-Forwarded-Proto: http                                                http://test/uri
X-Forwarded-Proto: WSS                                                 https://test/uri
X-Forwarded-Proto: on                                                  http://test/uri
X-Forwarded-Proto: http, https                                         https://test/uri
X-Forwarded-Proto: https, http                                         http://test/uri
X-Forwarded-For: 192.0.2.1 | X-Forwarded-Proto: https                  https://test/uri
X-Forwarded-For: 192.0.2.1, 10.1.1.1 | X-Forwarded-Proto: https        https://test/uri
X-Forwarded-For: 192.0.2.1, 10.1.1.1 | X-Forwarded-Proto: https, http  https://test/uri
X-Forwarded-For: 192.0.2.1, 10.1.1.1 | X-Forwarded-Proto: http | X-Forwarded-Proto: https, http https://test/uri
X-Forwarded-For: 192.0.2.9, 192.0.2.1 | X-Forwarded-Proto: https, http http://test/uri
X-Forwarded-For: nonsense | X-Forwarded-Proto: http, https             https://test/uri
X-Forwarded-Ssl: on | X-Forwarded-Port: 443 | X-Forwarded-Host: other.example http://test/uri
Forwarded: proto=https                                                 https://test/uri
Forwarded: for=unknown;proto="https"                                   https://test/uri
Forwarded: for=192.0.2.1;proto=https, for=10.1.1.1;proto=http          https://test/uri
Forwarded: for=192.0.2.1, for=10.1.1.1;proto=https                     http://test/uri
Forwarded: for=192.0.2.9;proto=https, for=192.0.2.1;proto=http         http://test/uri
Forwarded: for=192.0.2.1;proto=http, nonsense, proto=https             https://test/uri
