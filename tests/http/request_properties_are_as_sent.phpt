--TEST--
A Request has what the client sent, after its server is gone as well
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

$request = received("PUT /a%20b?x=1&y HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello");
var_dump($request);
var_dump($request->getMethod(), $request->getRequestTarget(), $request->getProtocolVersion(), $request->getBody());
var_dump(received("GET /old HTTP/1.0\r\n\r\n")->protocolVersion);
?>
--EXPECTF--
object(RtComm\Request)#%d (6) {
  ["method"]=>
  string(3) "PUT"
  ["target"]=>
  string(12) "/a%20b?x=1&y"
  ["path"]=>
  string(6) "/a%20b"
  ["protocolVersion"]=>
  string(3) "1.1"
  ["body"]=>
  string(5) "hello"
  ["params"]=>
  array(0) {
  }
}
string(3) "PUT"
string(12) "/a%20b?x=1&y"
string(3) "1.1"
string(5) "hello"
string(3) "1.0"
