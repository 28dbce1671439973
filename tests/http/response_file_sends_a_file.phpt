--TEST--
Response::file() sends a local file with the type that its name says
--EXTENSIONS--
rtcomm
--INI--
pcre.jit=0
--FILE--
<?php
require __DIR__ . '/request.inc';

use RtComm\{Response, Server};
$directory = __DIR__ . '/response_file_sends_a_file.dir';
mkdir($directory);
$files = ['page.html', 'STYLE.CSS', 'app.js', 'picture.svg', 'data', 'x.unknown', '.html.d'];
$server = new Server;
foreach ($files as $file) {
    file_put_contents("$directory/$file", "contents of $file");
    $server->http("/$file", fn() => Response::file("$directory/$file"));
}
$server->http('/typed', fn() => Response::file("$directory/data", 'text/x-mine'));
$client = new HttpClient($server, serve($server));
foreach ([...$files, 'typed'] as $file) {
    $response = $client->get("/$file");
    preg_match('/^Content-Type: (.*)\r$/m', $response, $type);
    echo $type[1], ': ', explode("\r\n\r\n", $response)[1], "\n";
}
array_map('unlink', array_map(fn($file) => "$directory/$file", $files));
rmdir($directory);
?>
--EXPECT--
text/html; charset=utf-8: contents of page.html
text/css; charset=utf-8: contents of STYLE.CSS
text/javascript; charset=utf-8: contents of app.js
image/svg+xml: contents of picture.svg
application/octet-stream: contents of data
application/octet-stream: contents of x.unknown
application/octet-stream: contents of .html.d
text/x-mine: contents of data
