"""A server that is replaced under load, by hand-over and by socket activation. See run-restart."""

import asyncio
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from peers import CLOSE, ROOT, TEXT, Server, check, close_frame, frame, free_port, php, run, upgrade

ROUNDS = int(os.environ.get("RESTART_ROUNDS", "10"))
APP = os.path.join(ROOT, "tests/peers/apps/restart.php")

# A process that is replaced has 5 seconds; a busy machine has more.
PATIENCE = 60


class Lost(Exception):
    """Something that no client may meet."""


class Figures:
    def __init__(self):
        self.counts = {}
        self.losses = []
        self.longest = 0.0

    def add(self, name, number=1):
        self.counts[name] = self.counts.get(name, 0) + number

    def lose(self, who, why):
        self.losses.append(f"{who}: {why}")

    def text(self):
        return ", ".join(f"{number} {name}" for name, number in sorted(self.counts.items()))


class Wire:
    """A connection; what it cannot do is a loss."""

    def __init__(self, address):
        self.address = address

    async def __aenter__(self):
        try:
            self.reader, self.writer = await asyncio.wait_for(asyncio.open_connection(*self.address), PATIENCE)
        except OSError as error:
            raise Lost(f"connect: {error!r}") from error
        return self

    async def __aexit__(self, *_):
        self.writer.close()

    async def send(self, data):
        self.writer.write(data)
        await self.writer.drain()

    async def get(self, target, *fields):
        await self.send(("\r\n".join([f"GET {target} HTTP/1.1", "Host: test", *fields]) + "\r\n\r\n").encode())

    async def until(self, mark):
        return await asyncio.wait_for(self.reader.readuntil(mark), PATIENCE)

    async def head(self):
        return (await self.until(b"\r\n\r\n")).decode()

    async def answer(self):
        """Status, head and body of an answer that says how long it is."""
        head = await self.head()
        length = re.search(r"\r\nContent-Length: (\d+)", head)
        body = await asyncio.wait_for(self.reader.readexactly(int(length[1])), PATIENCE) if length else b""
        return int(head.split(" ", 2)[1]), head, body

    async def frame(self):
        first, second = await asyncio.wait_for(self.reader.readexactly(2), PATIENCE)
        length = second & 127
        if length == 126:
            length = int.from_bytes(await self.reader.readexactly(2), "big")
        return first & 15, await self.reader.readexactly(length)


class Load:
    """All clients of one server, until they are told to stop."""

    def __init__(self, address):
        self.address = address
        self.figures = Figures()
        self.stopping = False

    async def connector(self):
        """A new connection for each request."""
        async with Wire(self.address) as wire:
            started = time.monotonic()
            await wire.get("/who", "Connection: close")
            status, _, body = await wire.answer()
            if status != 200 or not body.isdigit():
                raise Lost(f"{status} {body!r}")
            self.figures.longest = max(self.figures.longest, time.monotonic() - started)
            self.figures.add("requests")
        await asyncio.sleep(0.005)

    async def keeper(self):
        """One connection for many requests."""
        async with Wire(self.address) as wire:
            head = ""
            while "\r\nConnection: close" not in head and not self.stopping:
                await wire.get("/who")
                status, head, _ = await wire.answer()
                if status != 200:
                    raise Lost(str(status))
                self.figures.add("requests kept alive")
                await asyncio.sleep(random.random() * 0.1)

    async def talker(self):
        """A WebSocket that says something now and then."""
        async with Wire(self.address) as wire:
            await wire.send(upgrade("test", "/chat"))
            if not (await wire.head()).startswith("HTTP/1.1 101 "):
                raise Lost("no handshake")
            self.figures.add("WebSockets")
            said = heard = 0
            while not self.stopping:
                opcode, data = await wire.frame()
                if opcode == CLOSE:
                    if data[:2] != b"\x03\xf4":
                        raise Lost(f"closed with {data!r}")
                    await wire.send(close_frame(1012))
                    self.figures.add("WebSockets told 1012")
                    self.figures.add("messages that crossed a close", said - heard)
                    if await asyncio.wait_for(wire.reader.read(), PATIENCE):
                        raise Lost("something behind the close")
                    break
                if opcode == TEXT and data == b"echo x":
                    heard += 1
                elif opcode == TEXT and said == heard:
                    await wire.send(frame(b"x"))
                    said += 1
            self.figures.add("messages echoed", heard)
        await asyncio.sleep(random.random() * 0.5)

    async def streamer(self, target):
        """An event stream, of a conversation or a feed."""
        async with Wire(self.address) as wire:
            await wire.get(target, "Accept: text/event-stream")
            if not (await wire.head()).startswith("HTTP/1.1 200 "):
                raise Lost("no stream")
            self.figures.add("streams")
            retry = 0
            try:
                while not self.stopping:
                    block = (await wire.until(b"\n\n")).decode()
                    if found := re.search(r"^retry: (\d+)$", block, re.MULTILINE):
                        retry = int(found[1])
                    if "event: close" in block:
                        if json.loads(re.search("^data: (.*)$", block, re.MULTILINE)[1])["code"] != 1012:
                            raise Lost(block)
                        self.figures.add("streams told 1012")
            except asyncio.IncompleteReadError as error:
                if error.partial or not 1000 <= retry <= 5000:
                    raise Lost(f"the stream ended after {error.partial!r}, retry {retry}") from error
                self.figures.add("streams told to come back")
        await asyncio.sleep(random.random() * 0.5)

    async def poller(self):
        """A conversation by long polls, on as few connections as the server allows."""
        target = "/chat"
        while not self.stopping:
            async with Wire(self.address) as wire:
                head = ""
                while "\r\nConnection: close" not in head and not self.stopping:
                    await wire.get(target)
                    status, head, body = await wire.answer()
                    if status == 410 and target != "/chat":
                        self.figures.add("polls that began anew")
                        return
                    if status != 200:
                        raise Lost(f"poll: {status} {body!r}")
                    answer = json.loads(body)
                    self.figures.add("polls")
                    if "closed" in answer:
                        if answer["closed"]["code"] != 1012:
                            raise Lost(str(answer["closed"]))
                        self.figures.add("polls told 1012")
                        return
                    target = f"/chat?cursor={answer['cursor']}&wait=20"

    async def feed_poller(self):
        """A feed by long polls."""
        target = "/feed/quiet"
        while not self.stopping:
            async with Wire(self.address) as wire:
                await wire.get(target)
                status, _, body = await wire.answer()
                if status == 410:
                    return
                if status != 200:
                    raise Lost(f"feed: {status} {body!r}")
                self.figures.add("polls of a feed")
                target = f"/feed/quiet?wait=3&cursor={json.loads(body)['cursor']}"

    async def forever(self, name, client):
        while not self.stopping:
            try:
                await client()
            except asyncio.IncompleteReadError as error:
                self.figures.lose(name, f"cut off after {error.partial!r}")
            except Lost as error:
                self.figures.lose(name, str(error))
            except Exception as error:  # pylint: disable=broad-except
                self.figures.lose(name, repr(error))

    def begin(self):
        kinds = [("connector", 6, self.connector), ("keeper", 4, self.keeper), ("talker", 30, self.talker),
                 ("stream", 10, lambda: self.streamer("/chat")), ("feed", 10, lambda: self.streamer("/feed/ticks")),
                 ("poller", 10, self.poller), ("feed poller", 6, self.feed_poller)]
        self.tasks = [asyncio.create_task(self.forever(name, client)) for name, count, client in kinds
                      for _ in range(count)]

    async def end(self):
        self.stopping = True
        await asyncio.wait(self.tasks, timeout=25)
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


async def start(command, **arguments):
    """A server that serves, and its address."""
    process = await asyncio.create_subprocess_exec(
        *command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=sys.stderr, **arguments)
    line = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
    found = re.search(r"http://([^/\s]+):(\d+)/", line.decode())
    if not found:
        raise RuntimeError(f"the server did not start: {line!r}")
    return process, (found[1], int(found[2]))


async def ended(process):
    return await asyncio.wait_for(process.wait(), PATIENCE)


def report(name, load, codes, seconds):
    figures = load.figures
    print(f"{name}: {len(codes)} restarts in {seconds:.0f} s; {figures.text()}; longest wait for an answer on a new "
          f"connection {figures.longest * 1000:.0f} ms; lost: {len(figures.losses)}", flush=True)
    check(f"{name}: each process ended with 0", codes == [0] * ROUNDS, codes)
    check(f"{name}: nothing was refused, reset or lost", figures.losses == [], figures.losses[:10])
    for what, least in (("requests", 100), ("WebSockets told 1012", 15), ("streams told 1012", 5),
                        ("streams told to come back", 10), ("polls told 1012", 1)):
        check(f"{name}: {what}", figures.counts.get(what, 0) >= least, figures.text())


async def hand_over(directory):
    control = os.path.join(directory, "control")
    server, address = await start(php(APP, "127.0.0.1:0", control))
    load = Load(address)
    load.begin()
    codes = []
    started = time.monotonic()
    for _ in range(ROUNDS):
        await asyncio.sleep(0.5)
        successor, _ = await start(php(APP, f"{address[0]}:{address[1]}", control))
        codes.append(await ended(server))
        server = successor
    await load.end()
    seconds = time.monotonic() - started
    server.send_signal(signal.SIGTERM)
    check("hand-over: the last one ends with 0", await ended(server) == 0)
    check("hand-over: nothing is left behind", os.listdir(directory) == [], os.listdir(directory))
    report("hand-over", load, codes, seconds)


async def activation():
    with socket.create_server(("127.0.0.1", 0), backlog=511) as listener:
        # The shell knows the number of the process that it becomes.
        command = ["sh", "-c", f'exec 3<&{listener.fileno()}; LISTEN_PID=$$ LISTEN_FDS=1 exec "$@"', "sh",
                   *php(APP, "systemd")]
        address = listener.getsockname()
        server, _ = await start(command, pass_fds=[listener.fileno()])
        load = Load(address)
        load.begin()
        codes = []
        started = time.monotonic()
        for _ in range(ROUNDS):
            await asyncio.sleep(0.5)
            server.send_signal(signal.SIGTERM)
            codes.append(await ended(server))
            server, _ = await start(command, pass_fds=[listener.fileno()])
        await load.end()
        seconds = time.monotonic() - started
        server.send_signal(signal.SIGTERM)
        check("activation: the last one ends with 0", await ended(server) == 0)
        report("activation", load, codes, seconds)


def systemd():
    """The tool that systemd has for this: it starts the server with the first client, under a name."""
    tool = shutil.which("systemd-socket-activate")
    if tool is None:
        print("there is no systemd-socket-activate: that part was left out")
        return
    address = ("127.0.0.1", free_port())
    arguments = [item for name in ("PATH", "RTCOMM_MODULE") if name in os.environ for item in ("-E", name)]
    command = [tool, "-l", f"{address[0]}:{address[1]}", "--fdname=web", *arguments, *php(APP, "systemd:web")]
    with Server(command, ready="Listening on") as server:
        with socket.create_connection(address, 60) as client:
            client.sendall(b"GET /who HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
            answer = b""
            while data := client.recv(4096):
                answer += data
        check("systemd-socket-activate starts it, and its first client is served",
              answer.endswith(b"\r\n\r\n%d" % server.process.pid), answer)
        check("it ends when it is asked to", server.stop() and server.process.returncode == 0,
              server.process.returncode)


def main():
    with tempfile.TemporaryDirectory() as directory:
        asyncio.run(hand_over(directory))
    asyncio.run(activation())
    systemd()


run(main)
