--TEST--
Requests and URIs are read-only, and made by the server only
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

$request = get('/');
attempt(fn() => $request->method = 'POST');
attempt(fn() => $request->params = []);
attempt(fn() => $request->params['x'] = 1);
attempt(function () use ($request) { unset($request->path); });
attempt(function () use ($request) { $body = &$request->body; });
attempt(function () use ($request) { $request->mine = 1; });
attempt(fn() => clone $request);
attempt(fn() => serialize($request));
attempt(fn() => new RtComm\Request);
attempt(fn() => clone $request->getUri());
attempt(fn() => serialize($request->getUri()));
attempt(fn() => new RtComm\Uri);
var_dump($request == $request, $request == get('/'));
?>
--EXPECTF--
Error: Cannot modify readonly property RtComm\Request::$method
Error: Cannot modify readonly property RtComm\Request::$params
Error: Cannot %Smodify readonly property RtComm\Request::$params
Error: Cannot unset readonly property RtComm\Request::$path
Error: Cannot %Smodify readonly property RtComm\Request::$body
Error: Cannot create dynamic property RtComm\Request::$mine
Error: Trying to clone an uncloneable object of class RtComm\Request
Exception: Serialization of 'RtComm\Request' is not allowed
Error: Call to private RtComm\Request::__construct() from global scope
Error: Trying to clone an uncloneable object of class RtComm\Uri
Exception: Serialization of 'RtComm\Uri' is not allowed
Error: Call to private RtComm\Uri::__construct() from global scope
bool(true)
bool(false)
