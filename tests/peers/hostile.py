"""What crowds of hostile clients cost. See run-hostile."""

import json
import os
import resource
import socket
import sys
import time

from peers import PONG, ROOT, TEXT, Server, check, frame, php, run

CROWD = 2000
KIB = 1 << 10
MIB = 1 << 20
HALF_HEAD = 15 * KIB


def get(server, path, fields=()):
    """Status and body of one request."""
    client = open_socket(server)
    lines = "".join(f"{line}\r\n" for line in fields)
    client.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{lines}\r\n".encode())
    answer = b""
    while data := client.recv(65536):
        answer += data
    client.close()
    head, body = answer.split(b"\r\n\r\n", 1)
    return int(head.split(b" ")[1]), body


def stats(server):
    return json.loads(get(server, "/stats")[1])


def open_socket(server):
    """Not a peers.Raw: select() knows no descriptors beyond 1023."""
    client = socket.create_connection(server.address, 20)
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return client


def upgrade(server):
    client = open_socket(server)
    client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                   b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += client.recv(1)
    return client


def half_head(server):
    client = open_socket(server)
    client.sendall((b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + b"x" * HALF_HEAD)[:HALF_HEAD])
    return client


def half_message(server):
    """15 KiB of a message of 1 MiB."""
    client = upgrade(server)
    client.sendall(frame(b"x" * MIB)[:HALF_HEAD])
    return client


def fragments(server):
    """The same in fragments, and the message never ends."""
    client = upgrade(server)
    client.sendall(frame(b"x" * KIB, TEXT, fin=False) + frame(b"y" * KIB, 0, fin=False) * 14)
    return client


def session(server):
    """A long poll's first answer, and nobody comes back."""
    client = open_socket(server)
    client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    while client.recv(4096):
        pass
    client.close()
    return None


def gone(server, descriptors, seconds=30.0):
    """Waits until everybody has left."""
    end = time.monotonic() + seconds
    while True:
        now = stats(server)
        if (server.descriptors() <= descriptors and now["connections"] <= 1 and now["sessions"] == 0) or time.monotonic() > end:
            return now["connections"] <= 1 and now["sessions"] == 0 and server.descriptors() <= descriptors
        time.sleep(0.05)


def crowd(server, name, begin, limit):
    """CROWD of them at once, again and again: the last time costs nothing that the one before did not.

    A leak grows each time; what a server that was held up has piled up does not.
    """
    descriptors = server.descriptors()
    after = []
    while len(after) < 2 or after[-1][1] - after[-2][1] >= 2 * MIB and len(after) < 6:
        before = server.rss()
        clients = [begin(server) for _ in range(CROWD)]
        stats(server)
        each = (server.rss() - before) / CROWD
        start = time.monotonic()
        status = get(server, "/http")[0]
        took = time.monotonic() - start
        for client in clients:
            if client is not None:
                client.close()
        all_gone = gone(server, descriptors)
        after.append((each, server.rss(), status == 200 and took < 10.0, all_gone))
    most = max(each for each, *_ in after)
    check(f"{CROWD} {name}: {most:.0f} bytes each", most < limit, after)
    check(f"{CROWD} {name}: others are answered meanwhile", all(one[2] for one in after), after)
    check(f"{CROWD} {name}: their descriptors are given back", all(one[3] for one in after),
          f"{server.descriptors()} descriptors, {stats(server)}")
    check(f"{CROWD} {name}: so is their memory ({(after[-1][1] - after[-2][1]) / KIB:.0f} KiB more at the end)",
          after[-1][1] - after[-2][1] < 2 * MIB, after)


def flood(server, name, data, times, limit=8 * MIB):
    """One client that says much and asks for nothing."""
    before = server.rss()
    spent = server.processor_seconds()
    client = upgrade(server)
    client.settimeout(20)
    worst = most = 0.0
    client.sendall(frame(b"begin", TEXT, fin=False))
    for _ in range(times):
        client.sendall(data)
        start = time.monotonic()
        get(server, "/http")
        worst = max(worst, time.monotonic() - start)
        most = max(most, server.rss() - before)
    check(f"{name}: {most / KIB:.0f} KiB, {server.processor_seconds() - spent:.2f} s of processor, "
          f"others wait {worst * 1000:.0f} ms at most", most < limit and worst < 10.0, (most, worst))
    client.sendall(frame(b"end", 0))
    echo = b""
    while len(echo) < 10:
        echo += client.recv(10 - len(echo))
    check(f"{name}: all of it was read", echo == b"\x81\x08beginend", echo)
    client.close()


def slow_reader(server):
    """Reads a little whenever it is about to be given up, but less than a KiB per second."""
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    client.connect(server.address)
    client.sendall(b"GET /answer HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    start = time.monotonic()
    received = 0
    while stats(server)["connections"] > 1 and time.monotonic() - start < 60:
        try:
            received += len(client.recv(500))
        except ConnectionResetError:
            break  # let go since it was asked
        time.sleep(1)
    took = time.monotonic() - start
    check(f"an answer of 16 KiB is not read for ever: {received} bytes in {took:.0f} s, and the connection is let go",
          took < 60 and received < 16384, received)
    client.close()


def heads(server):
    """Requests that are much at once."""
    many = [f"X-{number}: {number}" for number in range(200)]
    check("200 fields are refused", get(server, "/http", many)[0] == 431)
    check("a name of 14 KiB is a name", get(server, "/http", ["X" * 14336 + ": x"])[0] == 200)
    check("16 KiB of fields are refused", get(server, "/http", [f"X-{n}: {'x' * 400}" for n in range(60)])[0] == 431)
    # DJBX33A, which PHP's arrays hash with, is the same for all words of "Ez" and "FY".
    words = [format(number, "010b").replace("0", "Ez").replace("1", "FY") for number in range(1024)]
    same = [word + "=1" for word in words[:640]]
    other = [f"k{number:019d}=1" for number in range(640)]
    times = {}
    for name, pairs in (("equal hashes", same), ("others", other)) * 2:
        start = time.monotonic()
        for _ in range(50):
            status, body = get(server, "/query?" + "&".join(pairs))
        times[name] = time.monotonic() - start
        check(f"640 parameters with {name}", (status, body) == (200, b"640"), (status, body))
    check(f"parameters with equal hashes cost {times['equal hashes'] * 20:.1f} ms a request, "
          f"others {times['others'] * 20:.1f} ms", times["equal hashes"] < 4 * times["others"] + 5.0, times)
    names = "&".join(f"channel=c{number}" for number in range(1000))
    check("a feed is asked for 1000 channels: 400", get(server, f"/feed?{names}")[0] == 400)
    names = "&".join(f"channel={word}" for word in words[:64])
    start = time.monotonic()
    for _ in range(50):
        status = get(server, f"/feed?{names}&wait=0")[0]
    check(f"64 channels with equal hashes: {(time.monotonic() - start) * 20:.1f} ms a request", status == 200, status)


def served():
    return Server(php(f"{ROOT}/tests/peers/apps/hostile.php", "127.0.0.1:0"))


def lives(server):
    check("the server lives, and has said nothing on the way",
          server.running() and stats(server)["connections"] <= 1 and "Warning" not in server.output()
          and "Fatal" not in server.output(), server.output()[-500:])


def main():
    for name, begin, limit in (
            ("silent connections", open_socket, 4 * KIB),
            ("half heads of 15 KiB", half_head, 24 * KIB),
            ("half messages of 15 KiB", half_message, 32 * KIB),
            ("messages of 15 KiB in fragments that never end", fragments, 32 * KIB),
            ("sessions that nobody comes back to", session, 4 * KIB)):
        with served() as server:  # what another crowd has given back would be taken first
            stats(server)
            crowd(server, name, begin, limit)
            lives(server)
    with served() as server:
        flood(server, "a million empty fragments", frame(b"", 0, fin=False) * 50000, 20)
        flood(server, "a million pongs", frame(b"", PONG) * 50000, 20)
        heads(server)
        slow_reader(server)
        lives(server)


hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
if hard != resource.RLIM_INFINITY and hard < 4096:
    print("skipped: fewer than 4096 descriptors are allowed here")
    sys.exit(77)
resource.setrlimit(resource.RLIMIT_NOFILE, (4096, hard))
os.environ.setdefault("RTCOMM_VERBOSE", "1")
run(main)
