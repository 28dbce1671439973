"""Drives Ratchet applications on two engines with the same actions and compares what happened. See run-ratchet."""

import difflib
import os
import re
import socket
import struct
import sys
import time

from peers import (BINARY, CLOSE, PING, PONG, ROOT, TEXT, Gone, Raw, Server, check, close_frame, frame, php, run,
                   upgrade)

APPS = f"{ROOT}/tests/peers/apps/ratchet"
RECORDED = f"{ROOT}/tests/peers/ratchet-recorded.txt"
KEY = "dGhlIHNhbXBsZSBub25jZQ=="


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Client:
    def __init__(self, play, name, path, headers):
        self.play = play
        self.raw = Raw(play.server.address, 3.0)
        self.log = play.clients.setdefault(name, [])
        host = headers.pop("host", f"localhost:{play.server.address[1]}")
        extra = [f"{key.replace('_', '-')}: {value}" for key, value in headers.items()]
        self.raw.send(upgrade(host, path, KEY, extra=extra))
        try:
            status = self.raw.head()
        except (Gone, TimeoutError) as error:
            status = repr(error)
        self.open = status == 101
        self.log.append(f"status {status}, subprotocol {self.raw.headers.get('sec-websocket-protocol')}")

    def send(self, payload, opcode=TEXT, fin=True, **more):
        data = payload if isinstance(payload, bytes) else payload.encode()
        self.raw.send(frame(data, opcode, fin, **more))
        return self

    def bytes(self, data):
        self.raw.send(data)
        return self

    def read(self, count=1):
        """Reads that many frames into the transcript; pings are answered and not written down."""
        end = time.monotonic() + 10
        while count > 0:
            try:
                if time.monotonic() > end:
                    raise TimeoutError("only pings")
                opcode, _, payload = self.raw.frame()
            except (Gone, TimeoutError) as error:
                self.log.append(f"no frame: {'timeout' if isinstance(error, TimeoutError) else 'end'}")
                return self
            if opcode == PING:
                self.raw.send(frame(payload, PONG))
                continue
            if opcode == CLOSE:
                # To a close frame with no code, Ratchet answers 1000; an empty one says the same.
                code = struct.unpack("!H", payload[:2])[0] if payload else 1000
                self.raw.send(frame(payload[:2], CLOSE))
                self.log.append(f"close {code}")
            else:
                kind = {0: "more", TEXT: "text", BINARY: "binary", PONG: "pong"}[opcode]
                self.log.append(f"{kind} {payload.decode('utf-8', 'backslashreplace')}")
            count -= 1
        return self

    def rest(self):
        """Reads until the server ends the connection, and answers its close frame."""
        before = None if self.open else len(self.log)
        while before != len(self.log) and not (self.log and self.log[-1].startswith("no frame")):
            before = len(self.log)
            self.read()
        self.raw.close()
        return self

    def end(self):
        """Closes as a browser does, and reads to the end."""
        self.bytes(close_frame(1000))
        return self.rest()

    def cut(self):
        self.raw.close()

    def reset(self):
        self.raw.reset()


class Play:
    """One scenario on one engine."""

    def __init__(self, server):
        self.server = server
        self.clients = {}
        self.seen = 0
        self.notes = []

    def lines(self):
        return [line for line in self.server.output().splitlines() if not re.search(r"ws://[^ ]*:\d+/", line)]

    def wait(self, pattern, count=1):
        """Until the application has recorded `count` more lines that match, since the last wait."""
        end = time.monotonic() + 3
        while time.monotonic() < end:
            lines = self.lines()
            found = [index for index, line in enumerate(lines) if index >= self.seen and re.search(pattern, line)]
            if len(found) >= count:
                self.seen = found[count - 1] + 1
                return
            time.sleep(0.005)
        self.notes.append(f"waited in vain for {pattern}")

    def client(self, name, path="/", expect='"on":"open"', **headers):
        client = Client(self, name, path, headers)
        if client.open and expect:
            self.wait(expect)
        return client

    def say(self, client, text, expect='"on":"message"', **more):
        client.send(text, **more)
        self.wait(expect)


def chat(play):
    ada = play.client("ada", "/chat/x?nick=Ada&a[]=1&b=%C3%A9", X_Test="one, two", Cookie="session=abc; x=y")
    bob = play.client("bob", "/?nick=Bob")
    cyd = play.client("cyd")
    play.say(ada, "hello everybody")
    play.say(bob, "hello Ada, grüß dich ☕")
    play.say(cyd, "")
    play.say(ada, "count")
    play.say(ada, "compare")
    play.say(bob, "numbers")
    play.say(cyd, "x" * 70000)
    bob.send("p1", PING).read(9)
    cyd.cut()
    play.wait('"on":"close"')
    dan = play.client("dan", "/?nick=Dan")
    play.say(dan, "late but here")
    bob.reset()
    play.wait('"on":"close"')
    ada.end()
    play.wait('"on":"close"')
    dan.end()
    play.wait('"on":"close"')


def faults(play):
    """Protocol faults; what is compared is the callbacks and the close codes."""
    cases = {
        "unmasked": frame(b"x", masked=False),
        "rsv": frame(b"x", rsv=4),
        "opcode": frame(b"x", 3),
        "long ping": frame(b"x" * 126, PING),
        "continuation": frame(b"x", 0),
        "not utf-8": frame(b"\xff\xfe"),
        "close of one byte": frame(b"x", CLOSE),
        "close code 1005": close_frame(1005),
        "close 4711": close_frame(4711, b"mine"),
        "close of nothing": frame(b"", CLOSE),
    }
    watcher = play.client("watcher")
    for name, data in cases.items():
        client = play.client(name)
        client.bytes(data)
        client.rest()
        play.wait('"on":"close"')
    fragments = play.client("fragments")
    fragments.send("frag", fin=False).send("", PING).send("ments", 0)
    play.wait('"on":"message"')
    fragments.end()
    play.wait('"on":"close"')
    early = play.client("early")
    early.bytes(frame(b"one") + frame(b"two") + close_frame())
    play.wait('"on":"close"')
    early.rest()
    watcher.end()
    play.wait('"on":"close"')


def no_handshake(play):
    """Connections that never become WebSockets: no callback at all."""
    for name, path, headers in (("protocols", "/", {"Sec_WebSocket_Protocol": "zork"}),):
        play.client(name, path, **headers).rest()
    for request in (b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", upgrade("localhost", key=None), upgrade("localhost", version="12")):
        with Raw(play.server.address, 3.0) as raw:
            raw.send(request)
            play.clients.setdefault("plain", []).append(raw.head())
    with Raw(play.server.address) as raw:
        raw.send(b"GET / HT")
    last = play.client("last")
    last.end()
    play.wait('"on":"close"')


def routes(play):
    paths = {
        "open": {}, "nowhere": {}, "rooms": {}, "rooms/blue": {}, "rooms/blue/7": {}, "rooms/a%20b": {},
        "rooms/blue?room=red&x=1": {}, "rooms/": {}, "open/": {}, "given": {}, "anyhost": {},
    }
    for path, headers in paths.items():
        client = play.client(path, f"/{path}", expect='"on":"route"', **headers)
        if client.open:
            play.say(client, f"hi from {path}")
            client.read()
            client.end()
            play.wait('"on":"close"')
    hosts = {"anyhost": "whatever.example", "host": "special.example", "host2": "localhost", "open": "other.example"}
    for path, host in hosts.items():
        client = play.client(f"host {path} {host}", f"/{path.strip('2')}", expect='"on":"route"', host=host)
        if client.open:
            client.end()
            play.wait('"on":"close"')
    origins = (("open", "http://evil.example"), ("same", "http://localhost"), ("same", "http://localhost:9999"),
               ("same", "https://localhost"), ("same", "http://evil.example"), ("same", "null"),
               ("listed", "https://good.example"), ("listed", "http://other.example:81"), ("listed", "http://localhost"),
               ("listed", "http://sub.good.example"), ("rooms/x", "http://evil.example"))
    for path, origin in origins:
        client = play.client(f"{path} from {origin}", f"/{path}", expect='"on":"route"', Origin=origin)
        if client.open:
            client.end()
            play.wait('"on":"close"')
    echo = play.client("echo", "/echo", expect=None)
    echo.send("round").read().end()


def binary(play):
    client = play.client("a")
    for payload, opcode in ((b"plain", TEXT), (b"\x00\xff\xfe", BINARY), (b"", BINARY), (b"", TEXT), (b"echo", TEXT),
                            (b"echo", BINARY), ("ünïcode".encode(), TEXT)):
        client.send(payload, opcode)
        play.wait('"on":"message"')
    client.send(b"part ", BINARY, fin=False).send(b"by part", 0)
    play.wait('"on":"message"')
    client.send("frames")
    client.rest()
    play.wait('"on":"close"')


def subprotocols(play):
    for name, offered in (("none", None), ("one", "soap"), ("other", "chat.v2"), ("both", "chat.v2, soap"),
                          ("unknown", "zork"), ("unknown first", "zork, soap"), ("case", "SOAP")):
        client = play.client(name, **({"Sec_WebSocket_Protocol": offered} if offered else {}))
        if client.open:
            client.end()
            play.wait('"on":"close"')
        else:
            client.cut()


def decorator(play):
    ada = play.client("ada")
    bob = play.client("bob")
    play.say(ada, "quiet please")
    play.say(bob, "forbidden", expect="decorator stops")
    ada.read()
    play.say(bob, "throw", expect='"on":"error"')
    bob.rest()
    play.wait("decorator close")
    play.say(ada, "still")
    ada.end()
    play.wait("decorator close")


def errors(play):
    keep = play.client("keep")
    play.say(keep, "keep", expect='"on":"error"')
    play.say(keep, "after")
    keep.read()
    opening = play.client("opening", "/?open", expect='"on":"error"')
    play.say(opening, "I am in all the same")
    opening.read()
    closed = play.client("closed")
    play.say(closed, "close", expect='"on":"error"')
    closed.rest()
    play.wait('"on":"close"')
    keep.end()
    play.wait('"on":"close"')
    opening.end()
    play.wait('"on":"close"')


def closing(play):
    rejected = play.client("rejected", "/?reject")
    rejected.rest()
    play.wait('"on":"close"')
    for words in ("close", "code 4000", "code 1001", "speak", "twice"):
        client = play.client(words)
        play.say(client, words)
        client.rest()
        play.wait('"on":"close"')
    crowd = [play.client(f"crowd {number}") for number in range(4)]
    play.say(crowd[1], "others")
    for client in (crowd[0], crowd[2], crowd[3]):
        client.rest()
    play.wait('"on":"close"', 3)
    crowd.append(play.client("crowd 4"))
    play.say(crowd[1], "all")
    crowd[1].rest()
    crowd[4].rest()
    play.wait('"on":"close"', 2)


def better(play):
    """What rtcomm does better on purpose; only rtcomm plays this."""
    error = play.client("error")
    play.say(error, "error", expect='"on":"error"')
    play.say(error, "alive")
    error.read().end()
    play.wait('"on":"close"')
    pair = play.client("pair")
    pair.bytes(frame(b"throw") + frame(b"second"))
    play.wait('"on":"error"')
    play.wait('"on":"message"')
    pair.read()
    pair.bytes(frame(b"close") + frame(b"behind a close"))
    pair.rest()
    play.wait('"on":"close"')
    farewell = play.client("farewell", "/?throw")
    farewell.bytes(close_frame(4123, b"so long"))
    play.wait('"on":"error"')
    farewell.rest()
    cut = play.client("cut")
    cut.cut()
    play.wait('"on":"close"')


BETTER = """
application:
{"on":"open","conn":"c1","count":1}
{"on":"message","conn":"c1","msg":"error","type":"string"}
{"on":"error","conn":"c1","class":"ErrorException","previous":"TypeError"}
{"on":"message","conn":"c1","msg":"alive","type":"string"}
{"on":"close","conn":"c1","code":1000,"reason":""}
{"on":"open","conn":"c2","count":1}
{"on":"message","conn":"c2","msg":"throw","type":"string"}
{"on":"error","conn":"c2","class":"RuntimeException","previous":"null"}
{"on":"message","conn":"c2","msg":"second","type":"string"}
{"on":"message","conn":"c2","msg":"close","type":"string"}
{"on":"close","conn":"c2","code":4000,"reason":""}
{"on":"open","conn":"c3","count":1}
{"on":"close","conn":"c3","code":4123,"reason":"so long"}
{"on":"error","conn":"c3","class":"RuntimeException","previous":"null"}
{"on":"open","conn":"c4","count":1}
{"on":"close","conn":"c4","code":1006,"reason":""}
client error:
  status 101, subprotocol None
  text still here: alive
  close 1000
  no frame: end
client pair:
  status 101, subprotocol None
  text still here: second
  close 4000
  no frame: end
client farewell:
  status 101, subprotocol None
  close 4123
  no frame: end
client cut:
  status 101, subprotocol None
""".strip().splitlines()


def loop(play):
    client = play.client("client")
    play.say(client, "timers", expect='"on":"timer"')
    client.read(4)
    silent = play.client("silent")
    time.sleep(0.2)
    client.raw.timeout = 0.3
    deadline = time.monotonic() + 3.4
    while time.monotonic() < deadline and not any('"on":"close"' in line for line in play.lines()):
        try:
            opcode, _, payload = client.raw.frame()
            if opcode == PING:
                client.send(payload, PONG)
        except TimeoutError:
            pass
    play.wait('"on":"close"')
    silent.rest()
    client.log.append("alive")
    client.end()
    play.wait('"on":"close"')


def http(play):
    good = {"Origin": "http://good.example", "X_Token": "secret"}
    client = play.client("good", "/place", **good)
    play.say(client, "there")
    client.read()
    client.end()
    play.wait('"on":"close"')
    late = play.client("late", **{**good, "Origin": "https://late.example:444"})
    late.end()
    play.wait('"on":"close"')
    play.client("evil", **{**good, "Origin": "http://evil.example"}).cut()
    play.client("no token", Origin="http://good.example").cut()
    play.wait('"allowed":false')


def example(play):
    """The chat of examples/, whose output is prose."""
    ada = play.client("ada", "/?name=Ada", expect="came in")
    bob = play.client("bob", "/?name=%20", expect="came in")
    ada.read(2).send("hello")
    bob.read(2).send("and to you")
    ada.read(1)
    bob.cut()
    play.wait("left")
    ada.end()
    play.wait("left")


SCENARIOS = {
    "the classic chat": (chat, "chat.php"),
    "protocol faults": (faults, "chat.php"),
    "what never becomes a WebSocket": (no_handshake, "chat.php"),
    "routes, hosts and origins": (routes, "routes.php"),
    "text and binary": (binary, "binary.php"),
    "subprotocols, strict": (subprotocols, "subprotocols.php"),
    "subprotocols, not strict": (subprotocols, "subprotocols.php", "loose"),
    "a user's decorator": (decorator, "decorator.php"),
    "exceptions": (errors, "errors.php"),
    "closing": (closing, "closing.php"),
    "timers and keep-alive": (loop, "loop.php"),
    "a user's HTTP decorator": (http, "http.php"),
    "examples/ratchet-chat.php": (example, "../../../../examples/ratchet-chat.php"),
}


def perform(engine, scenario, app, *arguments):
    port = free_port()
    script = [os.path.normpath(f"{APPS}/{app}"), str(port), *arguments]
    command = php("-d", "rtcomm.ratchet=1", *script) if engine == "rtcomm" else [os.environ.get("PHP", "php"), *script]
    with Server(command, r"ws://([^/\s:]+):(\d+)/") as server:
        play = Play(server)
        try:
            scenario(play)
        except Exception as error:  # pylint: disable=broad-except
            play.notes.append(f"the scenario broke: {error!r}")
        if not server.running():
            play.notes.append("the server has ended")
        recorded = play.lines()
    named = {}
    lines = []
    for line in recorded:
        lines.append(re.sub(r"guest (\d+)", lambda match: named.setdefault(match[1], f"guest #{len(named) + 1}"), line))
    transcript = ["application:", *lines]
    for name, log in play.clients.items():
        transcript += [f"client {name}:", *(f"  {entry}" for entry in log)]
    transcript = [re.sub(r"guest \d+", "guest", line)[:300] for line in transcript]
    return transcript + play.notes


def compare(name, theirs, ours):
    difference = "\n".join(difflib.unified_diff(theirs, ours, "expected", "rtcomm", lineterm="", n=2))
    check(f"{name} ({len(theirs)} lines)", ours == theirs, f"\n{difference}")


def record():
    with open(RECORDED, "w", encoding="utf-8") as file:
        for name, (scenario, *app) in SCENARIOS.items():
            print(f"== {name}", *perform("composer", scenario, *app), sep="\n", file=file)


def recordings():
    with open(RECORDED, encoding="utf-8") as file:
        parts = re.split(r"^== (.*)\n", file.read(), flags=re.M)[1:]
    return {name: text.splitlines() for name, text in zip(parts[::2], parts[1::2])}


def main():
    live = "RATCHET_AUTOLOAD" in os.environ
    recorded = {} if live else recordings()
    if not live:
        print("Composer has no cboden/ratchet here: compared with what was recorded of it")
    for name, (scenario, *app) in SCENARIOS.items():
        theirs = perform("composer", scenario, *app) if live else recorded[name]
        compare(name, theirs, perform("rtcomm", scenario, *app))
    compare("what is better on purpose", BETTER, perform("rtcomm", better, "better.php"))


os.environ["RTCOMM_VERBOSE"] = "1"
if sys.argv[1:] == ["--record"]:
    record()
else:
    run(main)
