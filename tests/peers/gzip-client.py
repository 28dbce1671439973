"""The feed of apps/gzip.php with Python's http.client, zlib and gzip. See run-gzip.

Usage: gzip-client.py HOST:PORT
"""

import gzip
import http.client
import json
import sys
import time
import zlib

address = sys.argv[1]
failed = 0


def check(name: str, good: bool, detail: object = "") -> None:
    global failed
    if good:
        print(f"ok      Python, {address}, {name}")
    else:
        failed += 1
        print(f"FAILED  Python, {address}, {name}: {detail}")


def get(target: str, **headers: str) -> http.client.HTTPResponse:
    link = http.client.HTTPConnection(address, timeout=20)
    link.request("GET", target, headers={name.replace("_", "-"): value for name, value in headers.items()})
    return link.getresponse()


def is_tick(data: str) -> bool:
    _, number, text = data.split(" ", 2)
    times = int(number) % 3 or 100
    return text == '{"text":"much like the others, ö and ü"}' * times


def event_stream() -> None:
    response = get("/feed/ticks?history=20", Accept="text/event-stream", Accept_Encoding="gzip")
    check("a stream is compressed", response.getheader("Content-Encoding") == "gzip", response.getheaders())
    inflater = zlib.decompressobj(wbits=31)
    text = b""
    late = []
    while text.count(b"\ndata: ") < 40:
        part = inflater.decompress(response.read1(65536))
        now = time.time() * 1000
        late += [now - int(line[6:19]) for line in part.split(b"\n") if line.startswith(b"data: 1")]
        text += part
    data = [line[6:].decode() for line in text.split(b"\n")[:-1] if line.startswith(b"data: ")]
    check("a stream has all of it", all(map(is_tick, data)), data)
    check("events come when they are sent", sorted(late[20:])[len(late[20:]) // 2] < 100, late)


def poll() -> None:
    response = get("/feed/ticks?history=30&wait=0", Accept_Encoding="deflate, gzip;q=0.5")
    body = response.read()
    answer = json.loads(gzip.decompress(body))
    check("a poll has all of it", all(is_tick(item["data"]) for item in answer["messages"]), answer)
    plain = get("/feed/ticks?history=30&wait=0", Accept_Encoding="gzip;q=0")
    check("who refuses gzip gets none", plain.getheader("Content-Encoding") is None, plain.getheaders())
    check("that takes more", len(plain.read()) > 3 * len(body))


event_stream()
poll()
sys.exit(1 if failed else 0)
