"""A WebSocket client by Python's websockets: lines of its input are sent, messages are printed, one JSON a line."""

import asyncio
import json
import sys

import websockets


async def main(url):
    async with websockets.connect(url) as socket:
        print(json.dumps({"open": True}), flush=True)
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)

        async def send():
            async for line in reader:
                await socket.send(json.loads(line))

        sender = asyncio.ensure_future(send())
        receiver = asyncio.ensure_future(receive(socket))
        await asyncio.wait([sender, receiver], return_when=asyncio.FIRST_COMPLETED)


async def receive(socket):
    async for message in socket:
        print(json.dumps({"message": message}), flush=True)


asyncio.run(main(sys.argv[1]))
