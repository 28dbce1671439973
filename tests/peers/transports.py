"""A feed and a chat of apps/transports.php with Python's http.client and websockets. See run-transports.

Usage: transports.py HOST:PORT
"""

import asyncio
import http.client
import json
import sys
import time

import websockets

passed = 0
failed = 0
address = sys.argv[1]


def check(name: str, good: bool, detail: object = "") -> None:
    global passed, failed
    if good:
        passed += 1
        print(f"ok      Python: {name}")
    else:
        failed += 1
        print(f"FAILED  Python: {name}: {detail}")


def request(method: str, target: str, headers=None, body=None) -> tuple[int, bytes]:
    link = http.client.HTTPConnection(address, timeout=20)
    link.request(method, target, body=body, headers=headers or {})
    response = link.getresponse()
    data = response.read()
    link.close()
    return response.status, data


def event_stream(cursor: str) -> None:
    link = http.client.HTTPConnection(address, timeout=20)
    link.request("GET", "/feed/python", headers={"Accept": "text/event-stream", "Last-Event-ID": cursor})
    response = link.getresponse()
    check("an event stream", response.getheader("Content-Type") == "text/event-stream", response.getheaders())
    lines = []
    while not lines or not lines[-1].startswith("data: three"):
        lines.append(response.readline().decode().rstrip("\n"))
    data = [line for line in lines if line.startswith("data: ")]
    check("what was missed", data == ["data: one", "data: two", "data: three"], lines)
    link.close()


def long_poll(cursor: str) -> None:
    status, body = request("GET", f"/feed/python?cursor={cursor}")
    answer = json.loads(body)
    check("a long poll for the same", [item["data"] for item in answer["messages"]] == ["one", "two", "three"], (status, body))
    began = time.monotonic()
    status, body = request("GET", f"/feed/python?cursor={answer['cursor']}&wait=1")
    waited = time.monotonic() - began
    check("it waits as long as it is asked to", json.loads(body)["messages"] == [] and 0.9 < waited < 10, (waited, body))


async def web_socket(cursor: str) -> None:
    async with websockets.connect(f"ws://{address}/feed/python?cursor={cursor}", subprotocols=["rtcomm.json"]) as link:
        check("the subprotocol rtcomm.json", link.subprotocol == "rtcomm.json", link.subprotocol)
        data = []
        while len(data) < 3:
            frame = json.loads(await asyncio.wait_for(link.recv(), 20))
            if "data" in frame:
                data.append(frame["data"])
        check("a WebSocket for the same", data == ["one", "two", "three"], data)


def main() -> None:
    status, body = request("GET", "/feed/python")
    cursor = json.loads(body)["cursor"]
    check("a cursor to begin with", status == 200 and json.loads(body)["messages"] == [], (status, body))
    for data in ("one", "two", "three"):
        status, body = request("POST", "/feed/python", {"Authorization": "Bearer secret"}, data)
        check(f"publishing {data}", status == 200 and json.loads(body)["receivers"] == 0, (status, body))
    status, body = request("POST", "/feed/python", {"Authorization": "Bearer guess"}, "four")
    check("not with another secret", status in (401, 403), (status, body))
    event_stream(cursor)
    long_poll(cursor)
    asyncio.run(web_socket(cursor))
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
