"""Python's websockets as a client. See run-clients."""

import asyncio
import json
import os

import websockets

from peers import ROOT, Server, check, php, run

SIZES = [0, 1, 125, 126, 127, 65535, 65536, 65537, 1048575, 1048576]


async def soon(name, awaitable, expected, seconds=30):
    try:
        got = await asyncio.wait_for(awaitable, seconds)
        check(f"websockets: {name}", got == expected, f"got {str(got)[:200]}, expected {str(expected)[:200]}")
    except Exception as error:  # pylint: disable=broad-except
        check(f"websockets: {name}", False, repr(error))


async def echo(url):
    async with websockets.connect(url, max_size=None) as client:
        check("websockets: compression that was offered is declined", client.extensions == [])
        for size in SIZES:
            text = "é" * (size // 2) + "x" * (size % 2)
            await client.send(text)
            await soon(f"text of {size} bytes", client.recv(), text)
            data = os.urandom(size)
            await client.send(data)
            await soon(f"{size} bytes", client.recv(), data)
        for size in (1, 125, 126, 65536):
            await client.send(["ß" * size, "", "x" * size])
            await soon(f"three fragments of {size}", client.recv(), "ß" * size + "x" * size)
        waiters = [await client.ping(f"ping {number}") for number in range(20)]
        await soon("twenty pings are answered", answered(waiters), 20)
        many = [f"message {number}" for number in range(2000)]
        for message in many:
            await client.send(message)
        await soon("2000 messages, pipelined", collect(client, len(many)), many, 20)
    check("websockets: the close is echoed", client.close_code == 1000, client.close_code)


async def answered(waiters):
    return len(await asyncio.gather(*waiters))


async def collect(client, count):
    return [await client.recv() for _ in range(count)]


async def closes(url, server):
    async def report(name):
        for _ in range(500):
            lines = [json.loads(line) for line in server.output().splitlines() if line.startswith("{")]
            found = [line for line in lines if line["name"] == name]
            if found:
                return [(line["code"], line["reason"], line["clean"], line["byPeer"]) for line in found]
            await asyncio.sleep(0.02)
        return []

    for number, (code, reason) in enumerate([(1000, ""), (1001, "going"), (3000, "three"), (4999, "ü" * 61)]):
        async with websockets.connect(f"{url}?name=a{number}") as client:
            await soon("the server speaks first", client.recv(), "hello none")
            await client.close(code, reason)
        check(f"websockets: our close {code} is echoed", client.close_code == code, client.close_code)
        await soon(f"the handler is told of our close {code}", report(f"a{number}"), [(code, reason, True, True)])

        async with websockets.connect(f"{url}?name=b{number}") as client:
            await client.send(f"close {code} {reason}")
            await client.wait_closed()
        got = (client.close_code, client.close_reason)
        check(f"websockets: a server's close {code} arrives", got == (code, reason), got)
        await soon(f"the handler is told of its own close {code}", report(f"b{number}"), [(code, reason, True, False)])

    async with websockets.connect(f"{url}?name=c", subprotocols=["zeta", "alpha"]) as client:
        check("websockets: the subprotocol in common", client.subprotocol == "alpha", client.subprotocol)
        client.transport.abort()
    await soon("a connection that is aborted is 1006", report("c"), [(1006, "", False, True)])


def main():
    with Server(php(f"{ROOT}/examples/echo.php", "127.0.0.1:0")) as server:
        asyncio.run(echo("ws://%s:%d/" % server.address))
        check("the echo server stops when it is told to", server.stop())
    with Server(php(f"{ROOT}/tests/peers/apps/report.php", "127.0.0.1:0")) as server:
        asyncio.run(closes("ws://%s:%d/report" % server.address, server))


run(main)
