"""Clients that stay, and check every message that they get: none lost, none twice, none out of order."""

import asyncio
import collections
import json
import random

import websockets

from wire import Broken, EventStream, Http, once, reset

TEXT = "Content-Type: text/plain"
GOING_AWAY = 1001


class Ledger:
    """What all witnesses know together. `quiet`: they listen only; `ending`: the server may say goodbye."""

    def __init__(self):
        self.truth = {}
        self.faults = []
        self.names = []
        self.quiet = False
        self.ending = False
        self.counts = collections.Counter()

    def fault(self, who, what):
        self.counts["faults"] += 1
        if len(self.faults) < 50:
            self.faults.append(f"{who}: {what}")

    def agree(self, who, channel, number, text):
        """All who get a message of that number get the same one."""
        known = self.truth.setdefault(channel, {}).setdefault(number, text)
        if known != text:
            self.fault(who, f"{channel} {number} is {text[:60]!r}, and to others it was {known[:60]!r}")


class Sequence:
    """Numbers that go up by one."""

    def __init__(self, witness, channel):
        self.witness = witness
        self.channel = channel
        self.last = None

    def take(self, number):
        witness = self.witness
        if self.last is not None and number != self.last + 1:
            kind = "lost" if number > self.last + 1 else "twice" if number == self.last else "disorder"
            witness.counts[kind] += 1
            witness.fault(f"{self.channel} {number} came after {self.last}")
        else:
            witness.counts["verified"] += 1
        self.last = number


class Witness:
    """One client. `life()` is one connection, from its beginning to its end; a witness that is cut comes again."""

    transport = ""
    role = ""

    def __init__(self, ledger, place, name, pause=None):
        self.ledger = ledger
        self.place = place
        self.name = name
        self.pause = pause
        self.counts = collections.Counter()
        self.goodbye = None
        self.cutting = False
        self.ready = asyncio.Event()

    def fault(self, what):
        self.ledger.fault(f"{self.role} {self.transport} {self.place.kind} {self.name}", what)

    async def run(self):
        while True:
            try:
                await self.life()
                what = "the server ended the connection"
            except (OSError, EOFError, websockets.WebSocketException, asyncio.TimeoutError) as error:
                what = repr(error)
            except Exception as error:  # pylint: disable=broad-except
                self.fault(f"failed: {error!r}")
                return
            if self.ledger.ending:
                return
            if not self.cutting:
                self.fault(what)
                await asyncio.sleep(1)
            self.counts["returns"] += 1
            if self.pause:
                await asyncio.sleep(random.uniform(*self.pause))
            self.cutting = False

    def cut(self):
        """Breaks the connection in the middle of whatever it does, if there is one."""
        if self.ready.is_set() and not self.cutting and self.abort():
            self.cutting = True
            self.ready.clear()


class Talker(Witness):
    """A conversation. It hears the hall, its own echoes, and what is sent to its name."""

    role = "conversation"

    def __init__(self, *arguments, pace=2.0, **options):
        super().__init__(*arguments, **options)
        self.pace = pace
        self.begin()
        self.ledger.names.append(self.name)

    def begin(self):
        self.hall = Sequence(self, "hall")
        self.direct = Sequence(self, "direct")
        self.direct.last = 0
        self.echoes = collections.deque()
        self.number = 0

    def at(self, marks):
        return self.hall.last is not None and self.hall.last >= marks["hall"]

    async def introduce(self):
        await self.send(f"name {self.name}")
        await self.send("join hall")
        self.ready.set()

    async def chatter(self):
        """Talks until it is cancelled."""
        while True:
            await asyncio.sleep(random.uniform(0.5, 1.5) * self.pace)
            if self.cutting or self.ledger.quiet or not self.ready.is_set():
                continue
            self.number += 1
            text = f"echo {self.name} {self.number} " + "e" * random.choice((0, 10, 200, 3000))
            self.echoes.append(text)
            await self.send(text)
            if random.random() < 0.3:
                await self.send(f"to {random.choice(self.ledger.names)} from {self.name} {self.number}")
            if random.random() < 0.2:
                await self.send(f"say {self.name} {self.number}")

    def hear(self, text):
        word, _, rest = text.partition(" ")
        if word == "hall":
            number, _, said = rest.partition(" ")
            self.hall.take(int(number))
            self.ledger.agree(self.name, "hall", int(number), said)
        elif word == "direct":
            self.direct.take(int(rest.partition(" ")[0]))
        elif word == "echo":
            if not self.echoes or self.echoes.popleft() != text:
                self.counts["disorder"] += 1
                self.fault(f"an echo that is not the next one: {text[:60]}")
            else:
                self.counts["verified"] += 1
        elif word != "named":
            self.fault(f"was told {text[:80]!r}")


async def beside(work, other):
    """Does `work` while `other` goes on; a failure of either ends both."""
    tasks = [asyncio.ensure_future(work), asyncio.ensure_future(other)]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class WebSocketTalker(Talker):
    transport = "WebSocket"

    async def life(self):
        self.begin()
        self.socket = await self.place.websocket("/talk")
        try:
            await self.introduce()
            await beside(self.listen(), self.chatter())
        except websockets.ConnectionClosed as closed:
            self.goodbye = closed.rcvd.code if closed.rcvd else None
            raise
        finally:
            self.socket.transport.abort()
            await self.socket.wait_closed()

    async def listen(self):
        while True:
            self.hear(await self.socket.recv())

    async def send(self, text):
        await self.socket.send(text)

    def abort(self):
        reset(self.socket)
        return True


class SessionTalker(Talker):
    """By requests: the session outlives each of them."""

    session = None
    posting = None

    async def life(self):
        await beside(self.listen(), self.chatter())

    async def send(self, text):
        """Goes on when whoever waits for it is cut off from its stream, or nobody knew whether it arrived."""
        self.posting = asyncio.ensure_future(self.post(text, self.posting))
        await asyncio.shield(self.posting)

    async def post(self, text, before):
        """One after the other."""
        if before is not None:
            await asyncio.wait([before])
        status, body = await once(self.place, "POST", f"/talk?session={self.session}", text.encode(), TEXT)
        if status != 204 and not self.ledger.ending:
            raise Broken(f"POST was answered with {status} {body[:60]}")


class StreamTalker(SessionTalker):
    transport = "event stream"
    stream = None

    async def listen(self):
        if self.stream is None:
            self.stream = EventStream(self.place)
        status = await self.stream.open("/talk")
        if status != 200:
            raise Broken(f"the stream was answered with {status}")
        if self.session is not None:
            self.ready.set()
        while (event := await self.stream.next()) is not None:
            if event.name == "open":
                self.session = json.loads(event.data)["session"]
                self.greeting = asyncio.ensure_future(self.introduce())
            elif event.name == "close":
                self.goodbye = json.loads(event.data)["code"]
            else:
                self.hear(event.data)

    def abort(self):
        return self.stream.drop()


class PollTalker(SessionTalker):
    transport = "long poll"
    cursor = None

    async def listen(self):
        self.http = Http(self.place)
        try:
            while self.goodbye is None:
                await self.poll()
                if self.cutting:
                    raise Broken("cut off behind an answer")
        finally:
            self.http.drop()

    async def poll(self):
        target = "/talk" if self.cursor is None else f"/talk?cursor={self.cursor}&wait=20"
        if self.cursor is not None:
            self.ready.set()
        status, body = await self.http.request("GET", target, None, wait=60)
        if status != 200:
            raise Broken(f"the poll was answered with {status} {body[:60]}")
        answer = json.loads(body)
        for message in answer["messages"]:
            self.hear(message["data"])
        if "closed" in answer:
            self.goodbye = answer["closed"]["code"]
            return
        self.cursor = answer["cursor"]
        if self.session is None:
            self.session = answer["session"]
            await self.introduce()

    def abort(self):
        return self.http.drop()


class Reader(Witness):
    """Reads a channel of a feed, and goes on by cursor. `may_miss`: the history is too short for its pauses."""

    role = "feed"

    def __init__(self, *arguments, channel="main", may_miss=False, **options):
        super().__init__(*arguments, **options)
        self.channel = channel
        self.may_miss = may_miss
        self.offsets = Sequence(self, channel)
        self.target = f"/feed/news.{channel}"
        self.cursor = None

    def at(self, marks):
        last = self.offsets.last
        return last is not None and last >= int(marks[self.channel].partition(":")[2])

    def hear(self, identity, data):
        offset = int(identity.partition(":")[2])
        self.offsets.take(offset)
        self.ledger.agree(self.name, self.channel, offset, data)
        self.cursor = identity

    def place_at(self, cursor, gap):
        """The server said where it goes on."""
        offset = int(cursor.partition(":")[2])
        last = self.offsets.last
        if gap:
            self.counts["gaps"] += 1
            if not self.may_miss or last is None or offset <= last:
                self.fault(f"a gap between {last} and {offset}")
        elif last is not None and offset != last:
            self.fault(f"goes on from {offset} instead of {last}")
        self.offsets.last = offset
        self.cursor = cursor


class WebSocketReader(Reader):
    transport = "WebSocket"

    async def life(self):
        query = f"?cursor={self.cursor}" if self.cursor else ""
        self.socket = await self.place.websocket(self.target + query, subprotocols=["rtcomm.json"])
        self.ready.set()
        try:
            while True:
                message = json.loads(await self.socket.recv())
                if "id" in message:
                    self.hear(message["id"], message["data"])
                else:
                    self.place_at(message["cursor"], message["gap"])
        except websockets.ConnectionClosed as closed:
            self.goodbye = closed.rcvd.code if closed.rcvd else None
            raise
        finally:
            self.socket.transport.abort()
            await self.socket.wait_closed()

    def abort(self):
        reset(self.socket)
        return True


class StreamReader(Reader):
    transport = "event stream"

    async def life(self):
        stream = self.stream = EventStream(self.place)
        stream.last_id = self.cursor
        status = await stream.open(self.target)
        if status != 200:
            raise Broken(f"the stream was answered with {status}")
        self.ready.set()
        while (event := await stream.next()) is not None:
            if event.name == "gap":
                self.place_at(stream.last_id, True)
            else:
                self.hear(stream.last_id, event.data)

    def abort(self):
        return self.stream.drop()


class PollReader(Reader):
    transport = "long poll"

    async def life(self):
        self.http = Http(self.place)
        self.ready.set()
        try:
            while True:
                query = f"?cursor={self.cursor}&wait=20" if self.cursor else ""
                status, body = await self.http.request("GET", self.target + query, None, wait=60)
                if status != 200:
                    raise Broken(f"the poll was answered with {status} {body[:60]}")
                answer = json.loads(body)
                self.take(answer)
                if self.cutting:
                    raise Broken("cut off behind an answer")
        finally:
            self.http.drop()

    def take(self, answer):
        messages = answer["messages"]
        if answer["gap"]:
            self.place_at(answer["from"], True)
        elif self.cursor is None:
            self.place_at(answer["cursor"], False)
        for message in messages:
            self.hear(message["id"], message["data"])
        if answer["cursor"] != self.cursor:
            self.fault(f"the cursor is {answer['cursor']} behind {self.cursor}")
            self.cursor = answer["cursor"]

    def abort(self):
        return self.http.drop()


TALKERS = (WebSocketTalker, StreamTalker, PollTalker)
READERS = (WebSocketReader, StreamReader, PollReader)
