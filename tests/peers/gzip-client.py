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
    """Read until half of the last 20 events came within 100 ms, for a busy machine holds up some; it has half a minute."""
    response = get("/feed/ticks?history=20", Accept="text/event-stream", Accept_Encoding="gzip")
    check("a stream is compressed", response.getheader("Content-Encoding") == "gzip", response.getheaders())
    inflater = zlib.decompressobj(wbits=31)
    rest = b""
    data = []
    late = []
    end = time.monotonic() + 30
    while (len(late) < 40 or sorted(late[-20:])[10] >= 100) and time.monotonic() < end:
        *lines, rest = (rest + inflater.decompress(response.read1(65536))).split(b"\n")
        now = time.time() * 1000
        fresh = [line[6:].decode() for line in lines if line.startswith(b"data: ")]
        data += fresh
        late += [now - int(text.split(" ")[0]) for text in fresh]
    check("a stream has all of it", all(map(is_tick, data)), data)
    check("events come when they are sent", len(late) >= 40 and sorted(late[-20:])[10] < 100, late)


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
