"""Python's websockets talk compressed. See run-deflate."""

import asyncio
import base64
import os
import urllib.request

import websockets
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

from peers import ROOT, Server, check, php, run

OFFERS = {
    "all defaults": {},
    "no contexts": {"server_no_context_takeover": True, "client_no_context_takeover": True},
    "windows": {"server_max_window_bits": 9, "client_max_window_bits": 10},
    "the largest window": {"server_max_window_bits": 15},
    "any window": {"client_max_window_bits": True},
}


def messages():
    for size in (0, 1, 126, 860, 5000, 65536, 200000):
        yield ('{"text":"é like others"}' * (size // 20 + 1))[:size]
        yield os.urandom(size)


def traffic(url):
    """Bytes that the server has read and written so far."""
    with urllib.request.urlopen(url.replace("ws", "http", 1).rsplit("/", 1)[0] + "/bytes") as answer:
        return [int(count) for count in answer.read().split()]


async def takeovers(url, client):
    """Whether the same message again takes much less: from the client, from the server."""
    text = base64.b64encode(os.urandom(6000)).decode()
    seen = [traffic(url)]
    for _ in range(2):
        await client.send(text)
        await asyncio.wait_for(client.recv(), 10)
        seen.append(traffic(url))
    return [seen[2][way] - seen[1][way] < (seen[1][way] - seen[0][way]) / 3 for way in (0, 1)]


def promised(agreed):
    """What was agreed on says of it; a small window does not reach back to the message before."""
    small = agreed.replace("_max_window_bits=15", "")
    return [bool(agreed) and f"{end}_no_context_takeover" not in agreed and f"{end}_max_window_bits" not in small
            for end in ("client", "server")]


async def talk(url, name, offer):
    factory = ClientPerMessageDeflateFactory(**offer)
    async with websockets.connect(url, extensions=[factory], compression=None, max_size=None) as client:
        spoken = [extension.name for extension in client.extensions]
        good = True
        for number, message in enumerate(messages()):
            await client.send(message)
            good = good and await asyncio.wait_for(client.recv(), 10) == message
            published = f"publication {number} " * 200
            await client.send("publish:" + published)
            good = good and await asyncio.wait_for(client.recv(), 10) == published
        await client.send(["frag", "", "ments " * 1000])
        good = good and await asyncio.wait_for(client.recv(), 10) == "frag" + "ments " * 1000
        check(f"websockets: {name}: everything comes back", good)
        check(f"websockets: {name}: {spoken}", bool(spoken) != url.endswith("/plain"))
        agreed = client.response_headers.get("Sec-WebSocket-Extensions", "")
        used = await takeovers(url, client)
        check(f"websockets: {name}: contexts ({agreed})", used == promised(agreed), used)


def main():
    with Server(php(f"{ROOT}/tests/peers/apps/deflate.php")) as server:
        for path in ("context", "alone", "small", "smallest", "default", "plain"):
            for name, offer in OFFERS.items():
                asyncio.run(talk(f"ws://{server.address[0]}:{server.address[1]}/{path}", f"/{path}, {name}", offer))


run(main)
