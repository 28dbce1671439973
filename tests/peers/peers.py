"""What the Python programs share: counted checks, a PHP server stopped by its pid, and a raw WebSocket client."""

import base64
import hashlib
import os
import random
import re
import select
import socket
import struct
import subprocess
import sys
import tempfile
import time
import traceback

ROOT = os.environ["ROOT"]
GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10

passed = 0
failed = 0
given = set()


def check(name, ok, detail=""):
    global passed, failed
    if ok:
        passed += 1
        if os.environ.get("RTCOMM_VERBOSE"):
            print(f"ok      {name}", flush=True)
    else:
        failed += 1
        print(f"FAILED  {name}{': ' if detail != '' else ''}{detail}", flush=True)


def finish():
    print(f"{passed} passed, {failed} failed", flush=True)
    sys.exit(0 if failed == 0 and passed > 0 else 1)


def run(main):
    """Runs the program and ends with its count, whatever happens."""
    try:
        main()
    except Exception:  # pylint: disable=broad-except
        check("the program runs to its end", False, traceback.format_exc())
    finish()


def php(*arguments):
    module = os.environ.get("RTCOMM_MODULE")
    return [os.environ.get("PHP", "php"), *(["-d", f"extension={module}"] if module else []), *arguments]


def free_port():
    """A port that nobody listens on: never the same twice, and below those that are taken for connections."""
    while True:
        port = random.randrange(11000, 32000)
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
        if port not in given:
            given.add(port)
            return port


class Server:
    """A server program, ready once its output matches; use it in a `with`."""

    def __init__(self, command, ready=r"(?:http|ws)://([^/\s]+):(\d+)/", environment=None):
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(command, stdout=self.log, stderr=subprocess.STDOUT,
                                        stdin=subprocess.DEVNULL, env={**os.environ, **(environment or {})})
        end = time.monotonic() + 60
        while not (match := re.search(ready, self.output())):
            if self.process.poll() is not None or time.monotonic() > end:
                self.process.kill()
                raise RuntimeError(f"{' '.join(command)} did not start: {self.output()}")
            time.sleep(0.02)
        self.match = match
        self.address = (match[1], int(match[2])) if match.lastindex and match.lastindex > 1 else None

    def output(self):
        return os.pread(self.log.fileno(), 1 << 24, 0).decode(errors="replace")

    def running(self):
        return self.process.poll() is None

    def rss(self):
        """Resident memory in bytes."""
        with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        """Returns whether it ended by itself when it was asked to."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                return False
        return True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def mask(data, key):
    if not data:
        return b""
    length = len(data)
    keys = (key * (length // 4 + 1))[:length]
    return (int.from_bytes(data, "big") ^ int.from_bytes(keys, "big")).to_bytes(length, "big")


def frame(payload=b"", opcode=TEXT, fin=True, rsv=0, masked=True, form=None, length=None, key=b"\x37\xfa\x21\x3d"):
    """A client's frame. form: 7, 16 or 64 bits of length; length: the one that is announced."""
    size = len(payload) if length is None else length
    if form is None:
        form = 7 if size < 126 else 16 if size < 65536 else 64
    bit = 0x80 if masked else 0
    head = bytes([(0x80 if fin else 0) | rsv << 4 | opcode])
    if form == 7:
        head += bytes([bit | size])
    elif form == 16:
        head += bytes([bit | 126]) + struct.pack("!H", size)
    else:
        head += bytes([bit | 127]) + struct.pack("!Q", size)
    return head + (key + mask(payload, key) if masked else payload)


def close_frame(code=1000, reason=b""):
    return frame(struct.pack("!H", code) + reason, CLOSE)


def upgrade(host, path="/", key="dGhlIHNhbXBsZSBub25jZQ==", version="13", extra=(), method="GET", protocol="HTTP/1.1",
            connection="Upgrade", upgrade_to="websocket"):
    lines = [f"{method} {path} {protocol}", f"Host: {host}"]
    if upgrade_to is not None:
        lines.append(f"Upgrade: {upgrade_to}")
    if connection is not None:
        lines.append(f"Connection: {connection}")
    if key is not None:
        lines.append(f"Sec-WebSocket-Key: {key}")
    if version is not None:
        lines.append(f"Sec-WebSocket-Version: {version}")
    return ("\r\n".join([*lines, *extra]) + "\r\n\r\n").encode("latin-1")


class Gone(Exception):
    """The peer ended the connection."""


class Raw:
    """A TCP connection that knows how to read HTTP heads and server frames."""

    def __init__(self, address, timeout=15.0):
        self.socket = socket.create_connection(address, timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.host = f"{address[0]}:{address[1]}"
        self.timeout = timeout
        self.buffer = b""
        self.status = None
        self.headers = {}

    def send(self, data, piece=0):
        """Sends all; piece: in pieces of that many bytes."""
        try:
            for start in range(0, len(data), piece or max(len(data), 1)):
                self.socket.sendall(data[start:start + piece] if piece else data)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def fill(self, until):
        left = until - time.monotonic()
        if left <= 0 or not select.select([self.socket], [], [], left)[0]:
            raise TimeoutError("nothing came")
        try:
            data = self.socket.recv(1 << 18)
        except ConnectionResetError as error:
            raise Gone("reset") from error
        if data == b"":
            raise Gone("end")
        self.buffer += data

    def need(self, count):
        until = time.monotonic() + self.timeout
        while len(self.buffer) < count:
            self.fill(until)

    def take(self, count):
        self.need(count)
        data, self.buffer = self.buffer[:count], self.buffer[count:]
        return data

    def head(self):
        """Reads a response's head; returns its status."""
        until = time.monotonic() + self.timeout
        while b"\r\n\r\n" not in self.buffer:
            self.fill(until)
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split(" ")[1])
        self.headers = {name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines[1:])}
        return self.status

    def handshake(self, path="/", extra=(), behind=b""):
        """Opens a WebSocket; `behind` leaves in the same segment."""
        key = base64.b64encode(os.urandom(16)).decode()
        self.send(upgrade(self.host, path, key, extra=extra) + behind)
        if self.head() != 101:
            raise RuntimeError(f"the handshake was answered {self.status}")
        accept = base64.b64encode(hashlib.sha1((key + GUID).encode()).digest()).decode()
        if self.headers.get("sec-websocket-accept") != accept:
            raise RuntimeError("wrong Sec-WebSocket-Accept")
        return self

    def frame(self):
        """Reads one frame: (opcode, fin, payload). A server's frames are not masked and of the shortest form."""
        first, second = self.take(2)
        if second & 0x80 or first & 0x70:
            raise RuntimeError(f"a server must not send {first:02x} {second:02x}")
        size = second
        if size == 126:
            size = struct.unpack("!H", self.take(2))[0]
            if size < 126:
                raise RuntimeError("not the shortest length")
        elif size == 127:
            size = struct.unpack("!Q", self.take(8))[0]
            if size < 65536:
                raise RuntimeError("not the shortest length")
        return first & 15, bool(first & 0x80), self.take(size)

    def events(self):
        """Reads until the end: messages, pongs, the close code; then how it ended.

        After the server's close frame our own side is ended, and the server is expected to end, too.
        """
        seen = []
        message, kind = b"", 0
        try:
            while True:
                opcode, fin, payload = self.frame()
                if opcode == CLOSE:
                    code = struct.unpack("!H", payload[:2])[0] if payload else 1005
                    seen.append(("close", code, payload[2:]))
                    payload[2:].decode("utf-8")
                    try:
                        self.socket.shutdown(socket.SHUT_WR)
                    except OSError:
                        pass
                    continue
                if opcode == PONG:
                    seen.append(("pong", payload))
                    continue
                if opcode == PING:
                    continue
                message, kind = message + payload, opcode or kind
                if fin:
                    seen.append(({TEXT: "text", BINARY: "binary"}[kind], message))
                    message = b""
        except Gone as gone:
            seen.append(("end",) if str(gone) == "end" or any(event[0] == "close" for event in seen) else ("reset",))
        except TimeoutError:
            seen.append(("open",))
        return seen

    def close(self):
        self.socket.close()

    def reset(self):
        """Ends with RST."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
