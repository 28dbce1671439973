"""Clients that come, talk or misbehave, and vanish. Each behaviour is one visit of one client."""

import asyncio
import base64
import collections
import json
import random

import websockets

from wire import Broken, EventStream, Http, frame, frames, once, read_head, reset

TEXT = "Content-Type: text/plain"
SECRET = "Authorization: Bearer a-secret"
LIMIT = 60.0
# What may happen to a client that misbehaves.
CUT_OFF = (OSError, EOFError, asyncio.LimitOverrunError, websockets.WebSocketException)


class Wrong(Exception):
    """The server did not do what it should."""


def expect(is_so, what):
    if not is_so:
        raise Wrong(what)


def word():
    return random.randbytes(6).hex()


async def until_end(reader, seconds):
    """Reads all that comes; whether the server ended the connection in that time."""
    async def drain():
        while await reader.read(65536):
            pass
    try:
        await asyncio.wait_for(drain(), seconds)
    except asyncio.TimeoutError:
        return False
    except OSError:
        pass
    return True


async def raw_websocket(place, path="/brief", **options):
    reader, writer = await place.open(**options)
    writer.write(place.upgrade(path))
    status, _ = await read_head(reader)
    expect(status == 101, f"the handshake was answered with {status}")
    return reader, writer


class Churn:
    def __init__(self, places, ledger, seed):
        self.places = places
        self.ledger = ledger
        self.counts = collections.Counter()
        self.chance = random.Random(seed)
        self.leaving = False
        self.publishers = 0
        self.behaviours = [getattr(self, name) for name in dir(self) if name.startswith("visit_")]

    async def guest(self):
        """One place in the crowd: a visit after the other."""
        while not self.leaving:
            visit = self.chance.choice(self.behaviours)
            place = self.chance.choice(self.places)
            name = visit.__name__.removeprefix("visit_")
            try:
                await asyncio.wait_for(visit(place), LIMIT)
            except asyncio.TimeoutError:
                self.ledger.fault(f"churn {name} {place.kind}", "was not over in time")
            except Exception as error:  # pylint: disable=broad-except
                self.ledger.fault(f"churn {name} {place.kind}", repr(error))
            self.counts[name] += 1
            await asyncio.sleep(self.chance.random() * 0.6)

    # Honest clients, who expect right answers.

    async def visit_talk(self, place):
        """A WebSocket that talks, and says goodbye."""
        async with place.talking("/visit") as socket:
            await socket.send(f"name {word()}")
            expect(await socket.recv() != "", "no name")
            for number in range(self.chance.randrange(1, 12)):
                size = self.chance.choice((0, 100, 5000, 100000))
                text = f"echo {number} " + "x" * size
                await socket.send(text)
                expect(await socket.recv() == text, f"the echo of {len(text)} bytes is another")
                data = self.chance.randbytes(self.chance.randrange(0, 3000))
                await socket.send([data[:100], data[100:200], data[200:]] if len(data) > 300 else data)
                expect(await socket.recv() == data, "the echo of bytes is another")
                if number == 3:
                    await socket.send("throw ball")
                    expect(await socket.recv() == "error thrown for ball", "no error")
                    await (await socket.ping())

    async def visit_bye(self, place):
        """The server closes."""
        socket = await place.websocket("/visit")
        await socket.send("bye then")
        await socket.wait_closed()
        expect((socket.close_code, socket.close_reason) == (4000, "then"), f"closed with {socket.close_code}")

    async def visit_rooms(self, place):
        """Two clients who meet in a room of their own; the second comes by another transport."""
        room = f"room-{word()}"
        async with place.talking("/visit") as first:
            await first.send(f"join {room}")
            await first.send("echo joined")
            await first.recv()
            async with self.chance.choice(self.places).talking("/visit") as second:
                for number in range(5):
                    await second.send(f"room {room} {number}")
                for number in range(5):
                    expect(await first.recv() == f"room {number}", "a message of the room is another")

    async def visit_direct(self, place):
        """Says something in the hall, and to those who stay."""
        async with place.talking("/visit") as socket:
            for _ in range(3):
                await socket.send(f"to {self.chance.choice(self.ledger.names)} from a guest")
                await asyncio.sleep(self.chance.random())
            await socket.send(f"say guest {word()}")
            await socket.send("echo done")
            expect(await socket.recv() == "echo done", "no echo")

    async def visit_stream(self, place):
        """A conversation by event stream that is cut, goes on, and is left or forgotten."""
        stream = EventStream(place)
        try:
            expect(await stream.open("/visit") == 200, "the stream was refused")
            session = json.loads((await stream.next()).data)["session"]
            for number in range(1, self.chance.randrange(2, 8)):
                text = f"echo {number} {word()}".encode()
                status, _ = await once(place, "POST", f"/visit?session={session}", text, TEXT)
                expect(status == 204, f"POST was answered with {status}")
                if number % 3 == 0:
                    stream.drop()
                    expect(await stream.open("/visit") == 200, "the stream was not resumed")
                expect((await stream.next()).data == text.decode(), "the echo is another")
            if self.chance.random() < 0.5:
                status, _ = await once(place, "DELETE", f"/visit?session={session}")
                expect(status == 204, f"DELETE was answered with {status}")
        finally:
            stream.drop()

    async def visit_poll(self, place):
        """The same by long poll, on one connection or on several."""
        http = Http(place)
        try:
            _, body = await http.request("GET", "/visit")
            answer = json.loads(body)
            session = answer["session"]
            for number in range(self.chance.randrange(1, 6)):
                text = f"echo {number} {word()}".encode()
                await once(place, "POST", f"/visit?session={session}", text, TEXT)
                if self.chance.random() < 0.3:
                    http.drop()
                _, body = await http.request("GET", f"/visit?cursor={answer['cursor']}&wait=10")
                answer = json.loads(body)
                heard = [message["data"].encode() for message in answer["messages"]]
                expect(heard == [text], f"the poll holds {heard}")
        finally:
            http.drop()

    async def visit_feeds(self, place):
        """Readers of channels that few know, by all transports, with a publication among them."""
        target = f"/feed/news.{self.chance.randrange(20)}"
        stream = EventStream(place)
        http = Http(place)
        try:
            await stream.open(target)
            mark = word()
            status, body = await http.request("POST", target, mark.encode(), TEXT, SECRET)
            identity = json.loads(body)["id"]
            expect(status == 200, f"the publication was answered with {status}")
            while (await stream.next()).data != mark:
                pass
            expect(stream.last_id == identity, "the publication has another id")
            _, body = await http.request("GET", f"{target}?history=20")
            expect(mark in body.decode(), "the publication is not in the history")
            _, body = await http.request("GET", f"/feeds?channel=news.main&channel={word()}&wait=0")
            cursor = json.loads(body)["cursor"]
            await http.request("GET", f"/feeds?channel=news.main&channel=x&wait=1&cursor={cursor.split(',')[0]},x:0")
            async with place.talking(target) as socket:
                await http.request("POST", target, mark.encode(), TEXT, SECRET)
                while await socket.recv() != mark:
                    pass
        finally:
            stream.drop()
            http.drop()

    async def visit_publish(self, place):
        """A publisher with some publications, on one connection. Readers compare what they got by number."""
        self.publishers += 1
        name = f"publisher {self.publishers}"
        http = Http(place)
        try:
            for number in range(self.chance.randrange(1, 15)):
                text = f"{name} {number} " + "p" * self.chance.choice((0, 50, 2000))
                status, body = await http.request("POST", "/feed/news.main", text.encode(), TEXT, SECRET)
                expect(status == 200, f"the publication was answered with {status}")
                offset = int(json.loads(body)["id"].partition(":")[2])
                self.ledger.agree(name, "main", offset, text)
                self.ledger.counts["accepted"] += 1
                await asyncio.sleep(self.chance.random() * 0.2)
        finally:
            http.drop()

    async def visit_requests(self, place):
        """Plain requests, several in one segment, and one that is not waited for."""
        reader, writer = await place.open()
        try:
            writer.write(place.head("GET", "/page") * 3 + place.head("GET", "/nowhere"))
            for expected in (200, 200, 200, 404):
                status, headers = await read_head(reader)
                expect(status == expected, f"answered with {status}")
                await reader.readexactly(int(headers["content-length"]))
            writer.write(place.head("GET", "/page") * 5)
            await reader.read(1000)
        finally:
            reset(writer)

    # Those who vanish.

    async def visit_vanish(self, place):
        """In the middle of a frame, with an RST."""
        _, writer = await raw_websocket(place)
        whole = frame(f"say vanished {word()}".encode()) + frame(b"join hall") + frame(b"echo " + b"v" * 70000)
        writer.write(whole[:self.chance.randrange(1, len(whole))])
        await asyncio.sleep(self.chance.random())
        reset(writer)

    async def visit_silence(self, place):
        """It does not answer pings, nor close: the server has to find out."""
        reader, writer = await raw_websocket(place)
        try:
            writer.write(frame(f"name {word()}".encode()) + frame(b"join hall"))
            expect(await until_end(reader, 30), "a silent client is still there after 30 s")
        finally:
            reset(writer)

    async def visit_forgotten_session(self, place):
        """A session whose client never comes back."""
        http = Http(place)
        _, body = await http.request("GET", "/brief")
        session = json.loads(body)["session"]
        await once(place, "POST", f"/brief?session={session}", f"name {word()}".encode(), TEXT)
        await once(place, "POST", f"/brief?session={session}", b"join hall", TEXT)
        http.drop()

    async def visit_left_poll(self, place):
        """A poll that waits when its client goes."""
        reader, writer = await place.open()
        path = self.chance.choice(("/brief", "/feed/news.quiet?cursor=x:0", f"/feed/{word()}"))
        writer.write(place.head("GET", path))
        await read_head(reader)
        writer.write(place.head("GET", f"/feed/news.{word()}?cursor=x:0&wait=30"))
        await asyncio.sleep(self.chance.random() * 2)
        reset(writer)

    # Those who do not read.

    async def visit_slow(self, place):
        """A reader that takes a little now and then, of more than the server keeps for it."""
        reader, writer = await raw_websocket(place, receive=4096, limit=1024)
        try:
            writer.write(frame(b"flood 400"))
            for _ in range(self.chance.randrange(5, 40)):
                if not await reader.read(2000):
                    return
                await asyncio.sleep(0.1)
        except CUT_OFF:
            pass
        finally:
            reset(writer)

    async def visit_slow_stream(self, place):
        """The same by event stream: what was not read waits in the session."""
        stream = EventStream(place)
        try:
            await stream.open("/brief", receive=4096, limit=1024)
            session = json.loads((await stream.next()).data)["session"]
            await once(place, "POST", f"/brief?session={session}", b"flood 300", TEXT)
            await once(place, "POST", f"/brief?session={session}", b"join hall", TEXT)
            await asyncio.sleep(self.chance.random() * 4)
        except CUT_OFF + (Broken, ValueError):
            pass
        finally:
            stream.drop()

    # Those who are wrong.

    async def hostile(self, place, data, seconds=30.0):
        """Sends it, reads what comes, and expects to be shown the door."""
        reader, writer = await place.open()
        try:
            writer.write(data)
            expect(await until_end(reader, seconds), f"still connected after {data[:60]}")
        except OSError:
            pass
        finally:
            reset(writer)

    async def visit_garbage(self, place):
        await self.hostile(place, self.chance.randbytes(self.chance.randrange(1, 4000)))

    async def visit_broken_request(self, place):
        data = bytearray(place.upgrade("/brief"))
        for _ in range(self.chance.randrange(1, 6)):
            data[self.chance.randrange(len(data))] = self.chance.randrange(256)
        reader, writer = await place.open()
        try:
            writer.write(bytes(data) + self.chance.randbytes(100))
            await until_end(reader, 2)
        finally:
            reset(writer)

    async def visit_broken_frames(self, place):
        """Each of these has its close code."""
        data, code = self.chance.choice((
            (b"\x81\x05hello", 1002),
            (b"\xf1\x80\0\0\0\0", 1002),
            (frame(b"\xff\xfe"), 1007),
            (frame(b"x" * 300000), 1009),
            (frame(b"a", final=False) + frame(b"b", final=True), 1002),
            (frame(b"x" * 126, opcode=9), 1002),
            (frame(b"\3\xed", opcode=8), 1002),
        ))
        reader, writer = await raw_websocket(place)
        try:
            writer.write(data)
            async for opcode, payload in frames(reader):
                if opcode == 8:
                    expect(int.from_bytes(payload[:2], "big") == code, f"{payload} instead of {code}")
                    return
            expect(code == 1009, "no close frame")
        finally:
            reset(writer)

    async def visit_fragments(self, place):
        """Empty fragments, pings between them, and no end."""
        reader, writer = await raw_websocket(place)
        try:
            writer.write(frame(b"echo ", final=False))
            for _ in range(200):
                writer.write(frame(b"", opcode=0, final=False) + frame(b"?", opcode=9))
            await asyncio.sleep(self.chance.random())
        finally:
            reset(writer)

    async def visit_half_request(self, place):
        """A part of a request, and then nothing: the server's patience ends."""
        whole = place.head("POST", "/feed/news.main", TEXT, SECRET, "Content-Length: 1000") + b"half"
        await self.hostile(place, whole[:self.chance.randrange(1, len(whole))])

    async def visit_nothing(self, place):
        """Connects, and vanishes."""
        _, writer = await place.open()
        if self.chance.random() < 0.3:
            await asyncio.sleep(5)
        reset(writer)

    async def visit_wrong_requests(self, place):
        for method, target, headers, expected in (
            ("GET", "/nowhere", (), (404,)),
            ("PUT", "/page", (), (405,)),
            ("GET", "/brief?cursor=" + base64.b64encode(b"0123456789abcdef").decode()[:22] + ".7", (), (400, 410)),
            ("POST", "/feed/news.main", (TEXT,), (401,)),
            ("POST", "/feed/news.main", (TEXT, "Authorization: Bearer another"), (403,)),
            ("GET", "/page", ("X: " + "x" * 20000,), (431,)),
        ):
            status, _ = await once(place, method, target, b"" if method == "POST" else None, *headers)
            expect(status in expected, f"{method} {target[:30]} was answered with {status}")

    async def visit_tls(self, place):
        """What is no handshake, to the TLS listener; or half of one."""
        place = next((place for place in self.places if place.tls), None)
        if place is None:
            return
        reader, writer = await asyncio.open_connection(*place.pair)
        hello = b"\x16\3\1\2\0\1\0\1\xfc\3\3" + self.chance.randbytes(500)
        try:
            writer.write(self.chance.choice((b"GET / HTTP/1.1\r\n\r\n", hello, hello[:30], b"")))
            expect(await until_end(reader, 30), "a TLS handshake that goes nowhere is still there after 30 s")
        finally:
            reset(writer)
