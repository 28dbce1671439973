--TEST--
getUri() gives scheme, host, port, path and query
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

putenv('RTCOMM_TEST_LISTEN=tcp'); /* the default port of http */

function show_uri(string $host, string $target): void
{
    $uri = received("GET $target HTTP/1.1\r\nHost: $host\r\n\r\n")->getUri();
    echo json_encode([
        $uri->getScheme(), $uri->getAuthority(), $uri->getUserInfo(), $uri->getHost(), $uri->getPort(),
        $uri->getPath(), $uri->getQuery(), $uri->getFragment(),
    ], JSON_UNESCAPED_SLASHES), "\n$uri\n";
}
show_uri('Example.COM', '/a%20b/c?token=x%20y&z');
show_uri('example.com:8080', '/');
show_uri('example.com:80', '/?');
show_uri('[::1]:8080', '/');
show_uri('[2001:DB8::1]', '/');
show_uri('192.0.2.1:443', '/');
echo received("GET /plain HTTP/1.0\r\n\r\n")->getUri(), "\n";
?>
--EXPECT--
["http","example.com","","example.com",null,"/a%20b/c","token=x%20y&z",""]
http://example.com/a%20b/c?token=x%20y&z
["http","example.com:8080","","example.com",8080,"/","",""]
http://example.com:8080/
["http","example.com","","example.com",null,"/","",""]
http://example.com/?
["http","[::1]:8080","","[::1]",8080,"/","",""]
http://[::1]:8080/
["http","[2001:db8::1]","","[2001:db8::1]",null,"/","",""]
http://[2001:db8::1]/
["http","192.0.2.1:443","","192.0.2.1",443,"/","",""]
http://192.0.2.1:443/
/plain
