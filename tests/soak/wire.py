"""The clients' side of the network: places to connect to, HTTP, event streams, raw frames."""

import asyncio
import base64
import contextlib
import os
import random
import socket
import struct

import websockets

TIMEOUT = 30.0


class Broken(ConnectionError):
    """The connection ended where it should not have."""


class Place:
    """One listener of the server: how to get to it."""

    def __init__(self, kind, address, tls=None):
        self.kind = kind
        self.tls = tls
        if kind == "unix":
            self.path = address.removeprefix("unix:")
            self.host = "localhost"
        else:
            self.host = address
            name, _, port = address.rpartition(":")
            self.pair = (name, int(port))

    async def open(self, receive=None, limit=1 << 18):
        """A reader and a writer. `receive`: the bytes that the kernel may hold for us, if it is to be few."""
        family = socket.AF_UNIX if self.kind == "unix" else socket.AF_INET
        sock = socket.socket(family, socket.SOCK_STREAM)
        sock.setblocking(False)
        if receive:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive)
        try:
            target = self.path if self.kind == "unix" else self.pair
            await asyncio.wait_for(asyncio.get_running_loop().sock_connect(sock, target), TIMEOUT)
            extra = {"ssl": self.tls, "server_hostname": "localhost"} if self.tls else {}
            return await asyncio.wait_for(asyncio.open_connection(sock=sock, limit=limit, **extra), TIMEOUT)
        except BaseException:
            sock.close()
            raise

    async def websocket(self, path, **options):
        """A client of the websockets library, which answers pings by itself; every other one compresses."""
        compression = random.choice((None, "deflate"))
        options = {"ping_interval": None, "compression": compression, "open_timeout": TIMEOUT,
                   "close_timeout": 5, **options}
        if self.kind == "unix":
            return await websockets.unix_connect(self.path, f"ws://localhost{path}", **options)
        if self.tls:
            return await websockets.connect(f"wss://{self.host}{path}", ssl=self.tls, server_hostname="localhost",
                                            **options)
        return await websockets.connect(f"ws://{self.host}{path}", **options)

    @contextlib.asynccontextmanager
    async def talking(self, path, **options):
        """A WebSocket that is closed at the end."""
        client = await self.websocket(path, **options)
        try:
            yield client
        finally:
            await client.close()

    def head(self, method, target, *headers):
        return "\r\n".join([f"{method} {target} HTTP/1.1", f"Host: {self.host}", *headers, "", ""]).encode()

    def upgrade(self, path):
        key = base64.b64encode(os.urandom(16)).decode()
        return self.head("GET", path, "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
                         f"Sec-WebSocket-Key: {key}")


def reset(connection):
    """Ends the connection of a writer or of a WebSocket at once, with an RST where there is one."""
    transport = connection.transport
    sock = transport.get_extra_info("socket") if transport else None
    if sock is not None and sock.family == socket.AF_INET and sock.fileno() >= 0:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    if transport:
        transport.abort()


async def read_head(reader):
    """The status of an answer, and its headers."""
    try:
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), TIMEOUT)
    except asyncio.IncompleteReadError as error:
        raise Broken(f"the answer ends after {error.partial[:80]}") from None
    lines = head.decode("latin-1").split("\r\n")
    headers = {}
    for line in lines[1:-2]:
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    return int(lines[0].split(" ")[1]), headers


class Http:
    """A connection that is kept for one request after the other."""

    def __init__(self, place):
        self.place = place
        self.writer = None

    async def request(self, method, target, body=None, *headers, wait=TIMEOUT):
        """The answer's status, and its body."""
        if self.writer is None:
            self.reader, self.writer = await self.place.open()
        if body is not None:
            headers = (*headers, f"Content-Length: {len(body)}")
        self.writer.write(self.place.head(method, target, *headers) + (body or b""))
        return await asyncio.wait_for(self.answer(), wait)

    async def answer(self):
        try:
            status, headers = await read_head(self.reader)
            body = await self.reader.readexactly(int(headers.get("content-length", 0)))
        except asyncio.IncompleteReadError:
            self.drop()
            raise Broken("the answer's body is not whole") from None
        except BaseException:
            self.drop()
            raise
        if headers.get("connection") == "close":
            self.drop()
        return status, body

    def drop(self):
        """Whether there was a connection to end."""
        if self.writer is None:
            return False
        reset(self.writer)
        self.writer = None
        return True


async def once(place, method, target, body=None, *headers):
    http = Http(place)
    try:
        return await http.request(method, target, body, "Connection: close", *headers)
    finally:
        http.drop()


class Event:
    def __init__(self):
        self.name = "message"
        self.data = None
        self.id = None


class EventStream:
    """Reads an event stream as browsers do (WHATWG HTML 9.2.6)."""

    def __init__(self, place):
        self.place = place
        self.last_id = None
        self.writer = None

    async def open(self, target, **options):
        headers = ["Accept: text/event-stream"]
        if self.last_id is not None:
            headers.append(f"Last-Event-ID: {self.last_id}")
        self.reader, self.writer = await self.place.open(**options)
        self.writer.write(self.place.head("GET", target, *headers))
        status, _ = await read_head(self.reader)
        return status

    async def next(self):
        """The next event, or None when the stream ends between two."""
        event = Event()
        while True:
            line = await self.reader.readline()
            if not line.endswith(b"\n"):
                return None
            line = line.decode().rstrip("\n")
            if line == "":
                if event.id is not None:
                    self.last_id = event.id
                if event.data is not None:
                    return event
                event = Event()
                continue
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if name == "data":
                event.data = value if event.data is None else f"{event.data}\n{value}"
            elif name == "event":
                event.name = value
            elif name == "id":
                event.id = value

    def drop(self):
        """Whether there was a connection to end."""
        if self.writer is None:
            return False
        reset(self.writer)
        self.writer = None
        return True


def frame(payload, opcode=1, final=True, mask=b"\1\2\3\4"):
    """A client's frame."""
    head = bytes([(0x80 if final else 0) | opcode])
    if len(payload) < 126:
        head += bytes([0x80 | len(payload)])
    elif len(payload) < 65536:
        head += bytes([0x80 | 126]) + struct.pack("!H", len(payload))
    else:
        head += bytes([0x80 | 127]) + struct.pack("!Q", len(payload))
    repeated = mask * (len(payload) // 4 + 1)
    masked = int.from_bytes(payload, "big") ^ int.from_bytes(repeated[:len(payload)], "big")
    return head + mask + masked.to_bytes(len(payload), "big")


async def frames(reader):
    """The frames of a server as (opcode, payload), until the connection ends."""
    try:
        while True:
            first, second = await reader.readexactly(2)
            size = second
            if size == 126:
                size, = struct.unpack("!H", await reader.readexactly(2))
            elif size == 127:
                size, = struct.unpack("!Q", await reader.readexactly(8))
            yield first & 15, await reader.readexactly(size)
    except (asyncio.IncompleteReadError, ConnectionError):
        return
