"""Python's websockets talk compressed. See run-deflate."""

import asyncio
import os

import websockets
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

from peers import ROOT, Server, check, php, run

OFFERS = {
    "all defaults": {},
    "no contexts": {"server_no_context_takeover": True, "client_no_context_takeover": True},
    "windows": {"server_max_window_bits": 9, "client_max_window_bits": 10},
    "any window": {"client_max_window_bits": True},
}


def messages():
    for size in (0, 1, 126, 860, 5000, 65536, 200000):
        yield ('{"text":"é like others"}' * (size // 20 + 1))[:size]
        yield os.urandom(size)


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


def main():
    with Server(php(f"{ROOT}/tests/peers/apps/deflate.php")) as server:
        for path in ("context", "alone", "small", "default", "plain"):
            for name, offer in OFFERS.items():
                asyncio.run(talk(f"ws://{server.address[0]}:{server.address[1]}/{path}", f"/{path}, {name}", offer))


run(main)
