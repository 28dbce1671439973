--TEST--
A header's __toString() may change the list it is in, look at the response and construct it again
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

class Emptying
{
    public function __toString(): string
    {
        $GLOBALS['list'] = null;
        return 'one';
    }
}

class Looking
{
    public function __toString(): string
    {
        $GLOBALS['early'] = debug_backtrace()[1]['object'];
        return "not\r\nallowed";
    }
}

class Constructing
{
    public function __toString(): string
    {
        debug_backtrace()[1]['object']->__construct(201);
        return 'x';
    }
}

$list = [new Emptying(), 'two' . getmypid(), 'three' . getmypid()];
new RtComm\Response(200, '', ['X-List' => &$list]);
var_dump($list);

foreach ([new Looking(), new Constructing()] as $value) {
    try {
        new RtComm\Response(200, '', ['X-Value' => $value]);
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
}

$server = new RtComm\Server();
$server->http('/', fn() => $early);
$logs = logs($server);
echo status((new HttpClient($server, serve($server)))->get('/')), "\n";
settle($server);
echo preg_replace('/ in .*/', '', $logs[0]), "\n";
--EXPECT--
NULL
RtComm\Response::__construct(): Argument #3 ($headers) must not have control characters in the value of X-Value
The response is already constructed
HTTP/1.1 500 Internal Server Error
error: An HTTP handler threw Error: The response was never constructed
