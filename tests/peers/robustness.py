"""Hostile and unlucky clients. See run-robustness."""

import json
import os
import random
import resource
import select
import socket
import struct
import sys
import time

from peers import BINARY, PING, ROOT, Gone, Raw, Server, check, frame, php, run, upgrade

SEED = 20260101
MIB = 1 << 20
CROWD = 1000


class Canary:
    """A well-behaved client; the server must answer it within `limit` seconds at any time."""

    def __init__(self, server, limit=10.0):
        self.server = server
        self.limit = limit
        self.begin()

    def begin(self):
        self.raw = Raw(self.server.address, self.limit).handshake()
        self.worst = 0.0
        self.count = 0
        self.failure = None

    def sing(self):
        if self.failure:
            return
        text = b"tweet %d" % self.count
        self.count += 1
        start = time.monotonic()
        try:
            self.raw.send(frame(text))
            while (answer := self.raw.frame())[0] == PING:
                self.raw.send(frame(answer[2], 10))
            if answer[2] != text:
                self.failure = f"answered {answer[2][:60]}"
        except (Gone, TimeoutError) as error:
            self.failure = repr(error)
        self.worst = max(self.worst, time.monotonic() - start)

    def report(self, name, again=True):
        check(f"{name}: others are answered meanwhile (worst of {self.count}: {self.worst * 1000:.0f} ms)",
              self.failure is None and self.count > 0, self.failure)
        self.raw.close()
        if again:
            self.begin()


def get(server, path):
    with Raw(server.address, 10) as raw:
        raw.send(f"GET {path} HTTP/1.1\r\nHost: {raw.host}\r\nConnection: close\r\n\r\n".encode())
        raw.head()
        return raw.take(int(raw.headers["content-length"]))


def stats(server):
    return json.loads(get(server, "/stats"))


def settle(server, descriptors, connections=1, seconds=20.0):
    """Waits until the server holds no more than these; returns what it holds."""
    end = time.monotonic() + seconds
    while True:
        now = (server.descriptors(), stats(server)["connections"])
        if (now[0] <= descriptors and now[1] <= connections) or time.monotonic() > end:
            return now
        time.sleep(0.05)


def crowd(server, canary):
    """A thousand WebSockets at once, each with messages of its own; then half of them close and half are reset."""
    clients = []
    before = server.rss()
    for number in range(CROWD):
        clients.append(Raw(server.address, 10).handshake())
        if number % 100 == 0:
            canary.sing()
    idle = (server.rss() - before) / CROWD
    for number, client in enumerate(clients):
        client.send(frame(b"I am %d" % number) + frame(b"x" * (number % 300), BINARY))
    canary.sing()
    right = 0
    for number, client in enumerate(clients):
        right += client.frame()[2] == b"I am %d" % number and client.frame()[2] == b"x" * (number % 300)
    check(f"{CROWD} connections at once are answered", right == CROWD, right)
    canary.sing()
    for number, client in enumerate(clients):
        if number % 2:
            client.reset()
        else:
            client.send(frame(struct.pack("!H", 1000), 8))
            client.close()
    canary.report(f"{CROWD} connections")
    return idle


def garbage_of(chance, host):
    """One hostile client's bytes."""
    kind = chance.randrange(6)
    noise = chance.randbytes(chance.randrange(1, 3000))
    hello = upgrade(host)
    if kind == 0:
        return noise
    if kind == 1:
        return hello + noise
    if kind == 2:
        broken = bytearray(hello)
        for _ in range(chance.randrange(1, 8)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        return bytes(broken) + noise
    if kind == 3:
        return hello[:chance.randrange(len(hello))]
    frames = b"".join(frame(chance.randbytes(chance.randrange(200)), chance.randrange(16), chance.random() < 0.6,
                            chance.choice((0, 0, 0, 0, 4)), chance.random() < 0.95, key=chance.randbytes(4))
                      for _ in range(chance.randrange(1, 30)))
    if kind == 4:
        return hello + frames
    broken = bytearray(frames)
    broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return hello + bytes(broken)


def garbage(server, canary):
    chance = random.Random(SEED)
    for number in range(200):
        raw = Raw(server.address)
        data = garbage_of(chance, raw.host)
        position = 0
        while position < len(data):
            size = chance.randrange(1, 700)
            raw.send(data[position:position + size])
            position += size
        if select.select([raw.socket], [], [], 0)[0]:
            try:
                raw.socket.recv(65536)
            except OSError:
                pass
        raw.reset() if chance.random() < 0.3 else raw.close()
        if number % 20 == 0:
            canary.sing()
    check("200 garbage connections: the server lives", server.running(), server.output()[-400:])
    canary.report("garbage")


def resets(server, canary, descriptors):
    settle(server, descriptors)  # nobody of before is counted
    before = stats(server)
    data = frame(b"x" * 5000)
    for number in range(100):
        raw = Raw(server.address).handshake()
        raw.send(frame(b"whole") + data[:1 + number * 50])
        raw.frame()
        raw.reset()
    canary.sing()
    end = time.monotonic() + 20
    while (now := stats(server))["closed"] - before["closed"] < 100 and time.monotonic() < end:
        time.sleep(0.02)
    check("100 resets in mid-frame are 100 closes", now["closed"] - before["closed"] == 100,
          now["closed"] - before["closed"])
    check("and their code is 1006", now["codes"].get("1006", 0) - before["codes"].get("1006", 0) == 100, now["codes"])
    canary.report("resets in mid-frame")


def slow_heads(server, canary):
    """Heads that come a byte at a time are ended by handshakeTimeout, which this server sets to 1 s."""
    start = time.monotonic()
    clients = [Raw(server.address, 15) for _ in range(200)]
    head = upgrade(clients[0].host)
    for index in range(12):
        for client in clients:
            client.send(head[index:index + 1])
        canary.sing()
        time.sleep(0.1)
    statuses = []
    for client in clients:
        try:
            statuses.append(client.head())
        except (Gone, TimeoutError) as error:
            statuses.append(repr(error))
        client.close()
    took = time.monotonic() - start
    check("200 slow heads are answered 408", statuses == [408] * 200, {status: statuses.count(status) for status in statuses})
    check(f"and soon ({took:.1f} s)", took < 12, took)
    silent = [Raw(server.address, 15) for _ in range(50)]
    ended = 0
    for client in silent:
        try:
            client.head()
            ended += 1
        except Gone:
            ended += 1
        except TimeoutError:
            pass
        client.close()
    check("connections that say nothing are ended, too", ended == 50, ended)
    canary.report("slow heads")


def announcements(server, canary):
    """Frames that are announced large and never come cost no memory."""
    before = server.rss()
    clients = [Raw(server.address).handshake() for _ in range(500)]
    for client in clients:
        client.send(frame(b"x" * MIB)[:20])
    canary.sing()
    grown = server.rss() - before
    check(f"500 frames announced at 1 MiB cost {grown / MIB:.1f} MiB", grown < 24 * MIB, grown)
    for client in clients:
        client.close()
    canary.report("announced frames")


def deaf(server, canary):
    """Clients that send and never read: the queue of what they should read has a limit."""
    burst = {
        "pings": b"".join(frame(b"p" * 125, PING) for _ in range(2000)),
        "messages": frame(b"m" * 60000, BINARY) * 5,
        "requests": b"GET /stats HTTP/1.1\r\nHost: x\r\n\r\n" * 2000,
    }
    for name, data in burst.items():
        before = server.rss()
        most = 0
        raw = Raw(server.address)
        if name != "requests":
            raw.handshake()
        raw.socket.setblocking(False)
        sent = stalled = at = 0
        start = time.monotonic()
        while sent < 64 * MIB and stalled < 30 and time.monotonic() - start < 20:
            try:
                count = raw.socket.send(data[at:])
                sent, at, stalled = sent + count, (at + count) % len(data), 0
            except BlockingIOError:
                stalled += 1
                canary.sing()
                time.sleep(0.02)
            except OSError:
                break
            most = max(most, server.rss() - before)
        check(f"{sent / MIB:.0f} MiB of {name} from a client that never reads cost {most / MIB:.1f} MiB",
              most < 24 * MIB, most)
        raw.reset()
    canary.report("clients that never read")


def flood(server, canary):
    """1 GiB is published to one that reads, two that never read and two that never read and may lose messages."""
    descriptors = server.descriptors()
    reader = Raw(server.address, 10).handshake("/reader")
    deaf_ones = [Raw(server.address).handshake(path) for path in ("/closing", "/closing", "/lossy", "/lossy")]
    before = server.rss()
    codes = stats(server)["codes"].get("1013", 0)
    most = 0
    payload = b"rtcomm! " * 8192
    count = 16384
    get(server, f"/flood?count={count}")
    start = time.monotonic()
    right = 0
    for number in range(count):
        opcode, _, data = reader.frame()
        if opcode == PING:
            reader.send(frame(data, 10))
            continue
        right += data == payload
        if number % 256 == 0:
            most = max(most, server.rss() - before)
            canary.sing()
    took = time.monotonic() - start
    check(f"1 GiB arrives at the one that reads ({took:.1f} s)", right >= count - 3, right)
    check(f"and costs no more than {most / MIB:.1f} MiB", most < 24 * MIB, most)
    end = time.monotonic() + 10
    while (now := stats(server))["codes"].get("1013", 0) - codes < 2 and time.monotonic() < end:
        time.sleep(0.05)
    check("those that never read are closed with 1013", now["codes"].get("1013", 0) - codes == 2, now["codes"])
    ends = []
    for client in deaf_ones:
        received = 0
        client.timeout = 2
        try:
            while True:
                opcode, _, data = client.frame()
                received += len(data)
                if opcode == 8:
                    ends.append(struct.unpack("!H", data[:2])[0])
                    break
        except (Gone, TimeoutError, OSError):
            ends.append("end" if received else "nothing")
    check("those that may lose messages stay", now["connections"] == 4 and ends[2:] == ["end", "end"], f"{now} {ends}")
    for client in (reader, *deaf_ones):
        client.close()
    canary.report("1 GiB")
    check("its descriptors are free again", settle(server, descriptors)[0] <= descriptors, server.descriptors())


def few_descriptors():
    """With no descriptors left the server neither dies nor spins, and goes on when there are some again."""
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, limit[1]))
    try:
        server = Server(php(f"{ROOT}/tests/peers/apps/robust.php", "127.0.0.1:0"))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limit)
    with server:
        canary = Canary(server)
        clients = [socket.create_connection(server.address, 5) for _ in range(200)]
        time.sleep(0.3)
        before = server.processor_seconds()
        for _ in range(10):
            canary.sing()
            time.sleep(0.1)
        spent = server.processor_seconds() - before
        check(f"no descriptors left: no spinning ({spent:.2f} s of processor in 1 s)", spent < 0.3, spent)
        canary.report("no descriptors left", again=False)
        for client in clients:
            client.close()
        served = None
        for _ in range(40):
            try:
                served = Raw(server.address, 1).handshake()
                break
            except (Gone, TimeoutError, OSError, RuntimeError):
                time.sleep(0.1)
        check("and afterwards it serves again", served is not None and server.running(), server.output()[-300:])


def main():
    with Server(php(f"{ROOT}/tests/peers/apps/robust.php", "127.0.0.1:0")) as server:
        canary = Canary(server)
        canary.sing()
        descriptors = server.descriptors()
        idle = 0.0
        sizes = []
        # A leak grows each time; what a busy machine lets pile up does once.
        for number in range(6):
            if number > 2 and sizes[-1][0] - sizes[-2][0] < MIB and sizes[-1][1] - sizes[-2][1] < 65536:
                break
            idle = max(idle, crowd(server, canary))
            garbage(server, canary)
            resets(server, canary, descriptors)
            held = settle(server, descriptors)
            check("all connections are gone, and their descriptors", held[0] <= descriptors and held[1] == 1,
                  f"{held}, at first {descriptors}")
            now = stats(server)
            check("each open has had its close", now["opened"] - now["closed"] == 1, now)
            sizes.append((server.rss(), now["memory"]))
        growth = sizes[-1][0] - sizes[-2][0]
        check(f"the last of {len(sizes)} times costs no more memory than the one before ({growth / 1024:.0f} KiB)",
              growth < MIB, sizes)
        check("nor does PHP hold more", sizes[-1][1] - sizes[-2][1] < 65536, sizes)
        print(f"        an idle connection: {idle:.0f} bytes of resident memory")
        slow_heads(server, canary)
        announcements(server, canary)
        deaf(server, canary)
        flood(server, canary)
        settle(server, descriptors)
        now = stats(server)
        check("each open has had its close, in the end", now["opened"] - now["closed"] == 1, now)
        check("the server stops when it is told to", server.stop(), server.output()[-300:])
        check("and has said nothing on the way", "Warning" not in server.output() and "Fatal" not in server.output(),
              server.output()[-500:])
    few_descriptors()


hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
if hard != resource.RLIM_INFINITY and hard < 4096:
    print("skipped: fewer than 4096 descriptors are allowed here")
    sys.exit(77)
resource.setrlimit(resource.RLIMIT_NOFILE, (4096, hard))
os.environ["RTCOMM_VERBOSE"] = "1"
run(main)
