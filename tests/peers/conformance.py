"""RFC 6455 and RFC 9112 from the wire. See run-conformance.

The families are those that WebSocket test suites use: framing, pings, reserved bits, opcodes, fragmentation, UTF-8,
closing, large messages. Each case is bytes to send and the events expected back.
"""

import struct
import sys
import time

from peers import (BINARY, CLOSE, PING, PONG, ROOT, TEXT, Gone, Raw, Server, check, close_frame, frame, php, run,
                   upgrade)

CONT = 0
MIB = 1 << 20
NORMAL = [("close", 1000, b""), ("end",)]


def failure(code):
    return [("close", code), ("end",)]


def text(payload):
    return ("text", payload if isinstance(payload, bytes) else payload.encode())


def pong(payload=b""):
    return ("pong", payload)


def matches(seen, expected):
    """A close without a reason in `expected` stands for any reason."""
    if len(seen) != len(expected):
        return False
    return all(got[:len(want)] == want for got, want in zip(seen, expected))


def short(events):
    return [tuple(part[:40] if isinstance(part, bytes) else part for part in event) for event in events]


class Suite:
    def __init__(self, name, address):
        self.name = name
        self.address = address

    def case(self, name, data, expected, piece=0, behind=False, early=False):
        """early: the server answers before all is sent, and the rest is sent into the closing connection."""
        try:
            with Raw(self.address) as raw:
                raw.handshake(behind=data if behind else b"")
                if not behind:
                    raw.send(data, piece)
                seen = raw.events()
        except (Gone, TimeoutError, RuntimeError, OSError) as error:
            check(f"{self.name}: {name}", False, repr(error))
            return
        check(f"{self.name}: {name}", matches(seen, expected), f"got {short(seen)}, expected {short(expected)}")

    def echo(self, name, frames, payload, opcode=TEXT, piece=0, before=()):
        kind = "binary" if opcode == BINARY else "text"
        self.case(name, frames + close_frame(), [*before, (kind, payload), *NORMAL], piece)


def fragments(payload, size, opcode=TEXT):
    parts = [payload[start:start + size] for start in range(0, len(payload), size)] or [b""]
    return b"".join(frame(part, opcode if index == 0 else CONT, index == len(parts) - 1)
                    for index, part in enumerate(parts))


def framing(suite):
    for opcode, letter in ((TEXT, b"*"), (BINARY, b"\xfe")):
        for size in (0, 1, 124, 125, 126, 127, 128, 65534, 65535, 65536, 65537):
            payload = letter * size
            suite.echo(f"a message of {size} bytes, opcode {opcode}", frame(payload, opcode), payload, opcode)
        payload = letter * 65536
        suite.echo(f"64 KiB in writes of 997 bytes, opcode {opcode}", frame(payload, opcode), payload, opcode, 997)
    for size in (0, 1, 125):
        for form in (16, 64):
            suite.case(f"length {size} in {form} bits", frame(b"x" * size, form=form), failure(1002))
    for size in (126, 65535):
        suite.case(f"length {size} in 64 bits", frame(b"x" * size, form=64), failure(1002))
    suite.case("a length with its highest bit set", frame(form=64, length=1 << 63), failure(1002))
    suite.case("the largest length", frame(form=64, length=(1 << 63) - 1), failure(1009))
    suite.case("a length of 2^32", frame(form=64, length=1 << 32), failure(1009))
    for opcode in (TEXT, BINARY, PING, CLOSE):
        suite.case(f"a frame that is not masked, opcode {opcode}", frame(b"", opcode, masked=False), failure(1002))
    suite.case("a frame that is not masked, after a good one",
               frame(b"a") + frame(b"b", masked=False), [text("a"), *failure(1002)])
    suite.echo("a mask of zeros", frame(b"plain", key=b"\0\0\0\0"), b"plain")
    for size in range(1, 20):
        payload = bytes(range(65, 65 + size))
        suite.echo(f"masks of every alignment, {size}", frame(payload, key=b"\x01\x82\xf3\x44"), payload)
    suite.case("frames behind the handshake, in its segment", frame(b"early") + frame(b"bird") + close_frame(),
               [text("early"), text("bird"), *NORMAL], behind=True)
    suite.case("a fault behind the handshake, in its segment", frame(b"x", 3), failure(1002), behind=True)
    many = [b"message %d" % number for number in range(500)]
    suite.case("500 messages in one go", b"".join(frame(one) for one in many) + close_frame(),
               [*(text(one) for one in many), *NORMAL])
    suite.case("a session byte by byte", frame(b"one") + frame("zwölf".encode()) + frame(b"p", PING) + close_frame(),
               [text("one"), text("zwölf"), pong(b"p"), *NORMAL], 1)


def pings(suite):
    for name, payload in (("nothing", b""), ("text", b"Hello"), ("bytes", b"\x00\xff\xfe\xfd\xfc\xfb\x00\xff"),
                          ("125 bytes", b"\xfe" * 125)):
        suite.case(f"a ping with {name}", frame(payload, PING) + close_frame(), [pong(payload), *NORMAL])
    suite.case("a ping with 125 bytes, byte by byte", frame(b"\xfe" * 125, PING) + close_frame(),
               [pong(b"\xfe" * 125), *NORMAL], 1)
    for opcode in (PING, PONG):
        for size in (126, 127, 65536):
            suite.case(f"a control frame of {size} bytes, opcode {opcode}", frame(b"x" * size, opcode), failure(1002))
        suite.case(f"a control frame in fragments, opcode {opcode}",
                   frame(b"x", opcode, fin=False) + frame(b"y", CONT), failure(1002))
    suite.case("a pong that nobody asked for", frame(b"", PONG) + close_frame(), NORMAL)
    suite.case("a pong with a payload that nobody asked for", frame(b"payload", PONG) + close_frame(), NORMAL)
    suite.case("a pong, then a ping", frame(b"x", PONG) + frame(b"y", PING) + close_frame(), [pong(b"y"), *NORMAL])
    for piece in (0, 1):
        suite.case(f"ten pings in order, pieces of {piece}",
                   b"".join(frame(b"payload-%d" % number, PING) for number in range(10)) + close_frame(),
                   [*(pong(b"payload-%d" % number) for number in range(10)), *NORMAL], piece)
    suite.case("pings and messages in order",
               b"".join(frame(b"%d" % number, PING if number % 2 else TEXT) for number in range(100)) + close_frame(),
               [*((pong if number % 2 else text)(b"%d" % number) for number in range(100)), *NORMAL])


def reserved(suite):
    for rsv in range(1, 8):
        for opcode in (TEXT, BINARY, PING, PONG, CLOSE):
            suite.case(f"reserved bits {rsv:03b}, opcode {opcode}", frame(b"", opcode, rsv=rsv), failure(1002))
        suite.case(f"reserved bits {rsv:03b} between messages",
                   frame(b"Hello") + frame(b"world", rsv=rsv) + frame(b"", PING), [text("Hello"), *failure(1002)])
        suite.case(f"reserved bits {rsv:03b} in a continuation",
                   frame(b"a", fin=False) + frame(b"b", CONT, rsv=rsv), failure(1002))
    for opcode in (3, 4, 5, 6, 7, 11, 12, 13, 14, 15):
        suite.case(f"opcode {opcode}", frame(b"", opcode), failure(1002))
        suite.case(f"opcode {opcode} with a payload", frame(b"reserved", opcode), failure(1002))
        suite.case(f"opcode {opcode} after a message, before a ping",
                   frame(b"Hello") + frame(b"", opcode) + frame(b"", PING), [text("Hello"), *failure(1002)])
        suite.case(f"opcode {opcode} between fragments",
                   frame(b"Hello", fin=False) + frame(b"", opcode) + frame(b"", CONT), failure(1002))


def fragmentation(suite):
    for piece in (0, 1):
        suite.echo(f"two fragments, pieces of {piece}", fragments(b"fragment1fragment2", 9), b"fragment1fragment2", piece=piece)
        suite.echo(f"a ping between fragments, pieces of {piece}",
                   frame(b"fragment1", fin=False) + frame(b"ping", PING) + frame(b"fragment2", CONT),
                   b"fragment1fragment2", piece=piece, before=[pong(b"ping")])
        suite.case(f"a continuation of nothing, pieces of {piece}", frame(b"x", CONT) + frame(b"y"), failure(1002), piece)
        suite.case(f"an open continuation of nothing, pieces of {piece}",
                   frame(b"x", CONT, fin=False) + frame(b"y"), failure(1002), piece)
        suite.case(f"a message inside a message, pieces of {piece}",
                   frame(b"fragment1", fin=False) + frame(b"fragment2"), failure(1002), piece)
    suite.case("an open message inside a message", frame(b"a", fin=False) + frame(b"b", fin=False), failure(1002))
    suite.case("binary inside text", frame(b"a", fin=False) + frame(b"b", BINARY), failure(1002))
    suite.case("a continuation after a finished message",
               fragments(b"ab", 1) + frame(b"c", CONT), [text("ab"), *failure(1002)])
    five = b"fragment1fragment2fragment3fragment4fragment5"
    suite.echo("five fragments and pings between them",
               frame(b"fragment1", fin=False) + frame(b"fragment2", CONT, False) + frame(b"ping 1", PING) +
               frame(b"fragment3", CONT, False) + frame(b"fragment4", CONT, False) + frame(b"ping 2", PING) +
               frame(b"fragment5", CONT), five, before=[pong(b"ping 1"), pong(b"ping 2")])
    suite.echo("empty fragments", frame(b"", fin=False) + frame(b"", CONT, False) + frame(b"", CONT), b"")
    suite.echo("an empty first and last fragment", frame(b"", fin=False) + frame(b"middle", CONT, False) +
               frame(b"", CONT), b"middle")
    suite.echo("a fragmented binary message", fragments(bytes(range(256)) * 4, 100, BINARY), bytes(range(256)) * 4, BINARY)
    suite.case("a close between fragments", frame(b"never finished", fin=False) + close_frame(), NORMAL)
    suite.case("an unfinished message, then a fault", frame(b"a", fin=False) + frame(b"b", 3), failure(1002))
    suite.echo("64 KiB in frames of 1300 bytes", fragments(b"*" * 65536, 1300), b"*" * 65536)


GOOD_UTF8 = {
    "ASCII": "Hello-",
    "two bytes": "µ@ßöäüàá-UTF-8!!",
    "three bytes": "κόσμε ஔ 中文",
    "four bytes": "𐍈 🙂 𠜎",
    "the first of each length": "\u0000\u0080\u0800\U00010000",
    "the last of each length": "\u007f\u07ff\uffff\U0010ffff",
    "around the surrogates": "\ud7ff\ue000\ufffd",
    "noncharacters": "\ufffe\uffff\U0001fffe\U0001ffff\U0010fffe\ufdd0",
    "a byte order mark": "\ufeffx",
}

BAD_UTF8 = {
    "a continuation byte alone": b"\x80",
    "two continuation bytes": b"\x80\xbf",
    "a lead byte before a space": b"\xc3 ",
    "the end after one of two": b"\xc3",
    "the end after one of three": b"\xe2",
    "the end after two of three": b"\xe2\x82",
    "the end after three of four": b"\xf0\x9f\x99",
    "overlong slash in two": b"\xc0\xaf",
    "overlong in two, C1": b"\xc1\xbf",
    "overlong in three": b"\xe0\x80\xaf",
    "overlong in three, the largest": b"\xe0\x9f\xbf",
    "overlong in four": b"\xf0\x80\x80\xaf",
    "overlong in four, the largest": b"\xf0\x8f\xbf\xbf",
    "the first surrogate": b"\xed\xa0\x80",
    "the last surrogate": b"\xed\xbf\xbf",
    "a pair of surrogates": b"\xed\xa0\x80\xed\xb0\x80",
    "beyond U+10FFFF": b"\xf4\x90\x80\x80",
    "F5": b"\xf5\x80\x80\x80",
    "five bytes": b"\xf8\x88\x80\x80\x80",
    "six bytes": b"\xfc\x84\x80\x80\x80\x80",
    "FE": b"\xfe",
    "FF": b"\xff",
    "kosme, then a surrogate, then text": b"\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5\xed\xa0\x80edited",
}


def utf8(suite):
    for name, string in GOOD_UTF8.items():
        payload = string.encode("utf-8")
        suite.echo(f"UTF-8, {name}", frame(payload), payload)
        suite.echo(f"UTF-8, {name}, a fragment a byte", fragments(payload, 1), payload)
        suite.echo(f"UTF-8, {name}, byte by byte", frame(payload), payload, piece=1)
    for name, payload in BAD_UTF8.items():
        suite.case(f"not UTF-8, {name}", frame(payload), failure(1007))
        suite.case(f"not UTF-8, {name}, behind text", frame(b"x" * 37 + payload), failure(1007))
        suite.case(f"not UTF-8, {name}, a fragment a byte", fragments(payload, 1), failure(1007))
        suite.case(f"not UTF-8, {name}, byte by byte", frame(payload), failure(1007), 1)
        suite.echo(f"but binary, {name}", frame(payload, BINARY), payload, BINARY)
    kosme = "κόσμε".encode()
    suite.case("not UTF-8 is known before the message ends",
               frame(kosme, fin=False) + frame(b"\xf4\x90", CONT, fin=False), failure(1007))
    suite.case("not UTF-8 is known before the frame ends", frame(kosme + b"\xed\xa0\x80" + b"x" * 100)[:-60], failure(1007))
    suite.case("a sequence that goes on after a ping", frame(b"\xe2\x82", fin=False) + frame(b"", PING) +
               frame(b"\xac", CONT) + close_frame(), [pong(), text("€"), *NORMAL])


def closing(suite):
    suite.case("a close with nothing in it", frame(b"", CLOSE), [("close", 1005), ("end",)])
    suite.case("a close of one byte", frame(b"\x03", CLOSE), failure(1002))
    for code in (*range(1000, 1004), *range(1007, 1015), 3000, 3999, 4000, 4999):
        suite.case(f"close code {code}", close_frame(code), [("close", code), ("end",)])
    for code in (0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 1999, 2000, 2999, 5000, 65535):
        suite.case(f"close code {code}", close_frame(code), failure(1002))
    suite.case("a close with a reason", close_frame(1000, "später".encode()), [("close", 1000), ("end",)])
    suite.case("a close with the longest reason", close_frame(1000, b"*" * 123), [("close", 1000), ("end",)])
    suite.case("a close that is too long", close_frame(1000, b"*" * 124), failure(1002))
    suite.case("a close whose reason is not UTF-8", close_frame(1000, b"\xce\xba\xed\xa0\x80"), failure(1007))
    suite.case("a close whose reason ends too early", close_frame(1000, b"\xe2\x82"), failure(1007))
    suite.case("a fragmented close", frame(b"\x03\xe8", CLOSE, fin=False), failure(1002))
    suite.case("a message after a close", close_frame() + frame(b"late"), NORMAL)
    suite.case("a ping after a close", close_frame() + frame(b"late", PING), NORMAL)
    suite.case("two closes", close_frame() + close_frame(1001), NORMAL)
    suite.case("garbage after a close", close_frame() + b"\xff" * 1000, NORMAL)
    suite.case("much data after a close", close_frame() + frame(b"x" * 262144), NORMAL)
    suite.case("a message, then a close", frame(b"Hello") + close_frame(), [text("Hello"), *NORMAL])


def large(suite):
    for opcode, letter in ((TEXT, b"*"), (BINARY, b"\xfe")):
        for size in (262144, MIB - 1, MIB):
            suite.echo(f"{size} bytes, opcode {opcode}", frame(letter * size, opcode), letter * size, opcode)
        payload = letter * MIB
        for size in (4096, 65536):
            suite.echo(f"1 MiB in frames of {size}, opcode {opcode}", fragments(payload, size, opcode), payload, opcode)
            suite.echo(f"1 MiB in writes of {size}, opcode {opcode}", frame(payload, opcode), payload, opcode, size)
    suite.echo("64 KiB in frames of 64 bytes", fragments(b"*" * 65536, 64), b"*" * 65536)
    suite.case("a frame beyond the limit", frame(b"*" * (MIB + 1)), failure(1009))
    suite.case("the head of a frame beyond the limit", frame(length=MIB + 1), failure(1009))
    suite.case("fragments beyond the limit", fragments(b"*" * (MIB + 1), 65536), failure(1009))
    suite.case("the head of a fragment beyond the limit", frame(b"*" * MIB, fin=False) + frame(opcode=CONT, length=1),
               failure(1009))


def handshakes(suite):
    """The faults of an opening handshake; RFC 6455, 4.2.1 and 4.4."""
    host = f"{suite.address[0]}:{suite.address[1]}"

    def status(name, request, expected, headers=()):
        try:
            with Raw(suite.address) as raw:
                raw.send(request)
                got = raw.head()
                missing = [header for header in headers if raw.headers.get(header[0]) != header[1]]
                check(f"{suite.name}: {name}", got == expected and not missing, f"got {got} {raw.headers}")
        except (Gone, TimeoutError, OSError) as error:
            check(f"{suite.name}: {name}", False, repr(error))

    status("a good handshake", upgrade(host), 101, [("upgrade", "websocket")])
    status("the accept key of the RFC", upgrade(host), 101, [("sec-websocket-accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")])
    status("any case in Upgrade and Connection", upgrade(host, upgrade_to="WebSocket", connection="keep-alive, UPGRADE"), 101)
    status("a subprotocol that nobody supports", upgrade(host, extra=["Sec-WebSocket-Protocol: zork"]), 101)
    status("an extension that nobody supports", upgrade(host, extra=["Sec-WebSocket-Extensions: x-zork; a=1"]), 101)
    status("no key", upgrade(host, key=None), 400)
    status("a key that is too short", upgrade(host, key="AAAA"), 400)
    status("a key that is not base64", upgrade(host, key="!!!!!!!!!!!!!!!!!!!!!!!!"), 400)
    for version in ("12", "14", "8", "013", ""):
        status(f"version '{version}'", upgrade(host, version=version), 426, [("sec-websocket-version", "13")])
    status("no version", upgrade(host, version=None), 426, [("sec-websocket-version", "13")])
    return status


def http(suite):
    """The faults of a request's head; RFC 9112."""
    status = handshakes(suite)
    host = f"{suite.address[0]}:{suite.address[1]}"
    status("no such route", upgrade(host, "/nowhere"), 404)
    status("the same origin", upgrade(host, extra=[f"Origin: http://{host}"]), 101)
    status("another origin", upgrade(host, extra=["Origin: http://evil.example"]), 403)
    status("the origin null", upgrade(host, extra=["Origin: null"]), 403)
    good = "GET / HTTP/1.1\r\nHost: x\r\n"
    bad = {
        "no host": "GET / HTTP/1.1\r\n\r\n",
        "two hosts": good + "Host: y\r\n\r\n",
        "a folded header": good + "A: b\r\n c\r\n\r\n",
        "a space before the colon": good + "A : b\r\n\r\n",
        "a space before the name": "GET / HTTP/1.1\r\n A: b\r\nHost: x\r\n\r\n",
        "a bare LF": "GET / HTTP/1.1\nHost: x\n\n",
        "a bare CR in a value": good + "A: b\rc\r\n\r\n",
        "a NUL in a value": good + "A: b\0c\r\n\r\n",
        "a header with no colon": good + "nothing\r\n\r\n",
        "an empty name": good + ": value\r\n\r\n",
        "a name that is no token": good + "A(b): c\r\n\r\n",
        "a request line with two words": "GET /\r\nHost: x\r\n\r\n",
        "a request line with four words": "GET / / HTTP/1.1\r\nHost: x\r\n\r\n",
        "a method that is no token": "G(T / HTTP/1.1\r\nHost: x\r\n\r\n",
        "two lengths": "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "a length that is no number": "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\na",
        "a length and chunks": "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "a bad chunk size": "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "a WebSocket frame": "\x81\x85abcdefghi\r\n\r\n",
        "a TLS hello": "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    }
    for name, request in bad.items():
        status(name, request.encode("latin-1"), 400)
    status("version 2.0", b"GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505)
    status("a head beyond the limit", (good + "A: " + "b" * 17000 + "\r\n\r\n").encode(), 431)
    status("many small headers beyond the limit", (good + "A: b\r\n" * 4000 + "\r\n").encode(), 431)
    with Raw(suite.address) as raw:
        for byte in upgrade(raw.host):
            raw.send(bytes([byte]))
            time.sleep(0.0005)
        raw.send(frame(b"patience"))
        check(f"{suite.name}: a handshake byte by byte", raw.head() == 101 and raw.frame() == (TEXT, True, b"patience"))


def pipelining(address):
    """Requests before the handshake, all in one segment."""
    with Raw(address) as raw:
        raw.send(b"GET /stats HTTP/1.1\r\nHost: x\r\n\r\n" * 3 + upgrade(raw.host) + frame(b"last"))
        statuses = []
        for _ in range(3):
            statuses.append(raw.head())
            raw.take(int(raw.headers["content-length"]))
        statuses.append(raw.head())
        check("requests before the handshake, in one segment",
              statuses == [200, 200, 200, 101] and raw.frame()[2] == b"last", statuses)


def websocket(suite):
    for family in (framing, pings, reserved, fragmentation, utf8, closing, large):
        family(suite)


def main():
    if len(sys.argv) > 1:
        host, port = sys.argv[1].rsplit(":", 1)
        websocket(Suite("given", (host, int(port))))
        return
    for name, family in (("echo.php", http), ("codec-with-streams.php", handshakes)):
        with Server(php(f"{ROOT}/examples/{name}", "127.0.0.1:0")) as server:
            suite = Suite(name, server.address)
            websocket(suite)
            family(suite)
            check(f"{name}: the server lives", server.running(), server.output()[-500:])
    with Server(php(f"{ROOT}/tests/peers/apps/robust.php", "127.0.0.1:0")) as server:
        pipelining(server.address)


run(main)
