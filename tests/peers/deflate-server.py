"""Python's websockets as a server that echoes compressed, as deflate-server.mjs; the options are those of ws."""

import asyncio
import json
import urllib.parse

import websockets
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

NAMES = {
    "serverNoContextTakeover": "server_no_context_takeover",
    "clientNoContextTakeover": "client_no_context_takeover",
    "serverMaxWindowBits": "server_max_window_bits",
    "clientMaxWindowBits": "client_max_window_bits",
}


class Factory(ServerPerMessageDeflateFactory):
    """One for all: its options are set when the request's path is known, just before the extensions are looked at."""

    def set(self, options):
        for name in NAMES.values():
            setattr(self, name, options.get(name, False if "takeover" in name else None))


class Protocol(websockets.WebSocketServerProtocol):
    """Takes its options from the path."""

    async def process_request(self, path, request_headers):
        options = json.loads(urllib.parse.unquote(path[1:]))
        for factory in self.available_extensions:
            factory.set({NAMES[name]: value for name, value in options.items()})


async def echo(client):
    try:
        async for message in client:
            text = isinstance(message, str)
            if not message.startswith("split:" if text else b"split:"):
                await client.send(message)
                continue
            third = (len(message) - 6) // 3
            await client.send([message[6:6 + third], message[6 + third:6 + 2 * third], message[6 + 2 * third:]])
    except websockets.ConnectionClosed as error:
        print(error, flush=True)


async def main():
    async with websockets.serve(echo, "127.0.0.1", 0, extensions=[Factory()], compression=None,
                                create_protocol=Protocol) as server:
        print(f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/", flush=True)
        await asyncio.Future()


asyncio.run(main())
