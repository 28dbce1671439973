"""What is measured: one row per kind of work."""

from __future__ import annotations

from dataclasses import dataclass

CPU = "server_cpu_us_per_message"
MEMORY = "pss_per_connection"
LATENCY = "latency_p50_us"

# A loop on select() cannot watch a descriptor numbered 1024 or above; a few serve other ends.
SELECT_CONNECTIONS = 1000

MEMORY_ROUNDS = 2  # it hardly changes


@dataclass(frozen=True)
class Goal:
    """At most `limit` times what another server or another row took; a base of "" is the figure itself."""

    limit: float
    server: str = "rtcomm"
    base: str = "ceiling"  # the server it is compared with
    row: str = ""  # whose figure is the base; empty: the same

    def words(self) -> str:
        if not self.base:
            return f"≤ {self.limit:g}"
        other = "" if self.base == "ceiling" else self.base
        return f"≤ {self.limit:g}" + (f" × {' '.join(filter(None, [other, self.row]))}"
                                      if other or self.row else "")


@dataclass(frozen=True)
class Row:
    """One kind of work. args are the load generator's, by name; quick replaces some of them."""

    name: str
    title: str
    args: dict[str, str | int | bool]
    quick: dict[str, str | int | bool]
    metric: str = CPU
    needs: str = ""  # what the server must be able to do, of FEATURES
    group: str = ""  # of rows that are chosen and shown together; empty: on its own
    servers: tuple[str, ...] = ()  # that do it; empty: all
    goals: tuple[Goal, ...] = ()
    rounds: int = 0  # no more than so many; 0: as many as there are

    @property
    def mode(self) -> str:
        return str(self.args["mode"])

    def arguments(self, quick: bool) -> dict[str, str | int | bool]:
        return {**self.args, **self.quick} if quick else self.args

    def connections(self, quick: bool) -> int:
        arguments = self.arguments(quick)
        return int(arguments["connections"]) + int(arguments.get("idle", 0))

    def command(self, quick: bool) -> list[str]:
        words: list[str] = []
        for name, value in self.arguments(quick).items():
            if value is True:
                words.append(f"--{name}")
            else:
                words += [f"--{name}", str(value)]
        return words


def _echo(connections: int, size: int, depth: int = 1) -> dict[str, str | int | bool]:
    return {"mode": "echo", "connections": connections, "size": size, "depth": depth}


def _feed(mode: str) -> dict[str, str | int | bool]:
    return {"mode": mode, "connections": 1000, "size": 64}


def _fanout(connections: int, size: int, depth: int = 1) -> dict[str, str | int | bool]:
    return {"mode": "fanout", "connections": connections, "size": size, "depth": depth}


def _goal(limit: float, **more: str) -> tuple[Goal, ...]:
    return (Goal(limit, **more),)


ROWS = [
    Row("echo-1", "echo, 1 connection, 20 B", _echo(1, 20), {}, goals=_goal(1.05)),
    Row("echo-64", "echo, 64 connections, 20 B", _echo(64, 20), {}, goals=_goal(1.05)),
    Row("echo-64-1k", "echo, 64 connections, 1 KiB", _echo(64, 1024), {}, goals=_goal(1.05)),
    Row("echo-64-16k", "echo, 64 connections, 16 KiB", _echo(64, 16384), {}, goals=_goal(1.08)),
    Row("echo-64x16", "echo, 64 connections × 16 in flight, 20 B", _echo(64, 20, 16), {},
        goals=_goal(1.12)),
    Row("echo-10000", "echo, 9900 connections, 20 B", _echo(9900, 20), {"connections": 200},
        goals=_goal(1.05)),
    Row("fanout", "fan-out to 1000, 64 B", _fanout(1000, 64), {"connections": 100},
        goals=(Goal(1.03), Goal(1.15, "rtcomm-ratchet"))),
    Row("fanout-1k", "fan-out to 1000, 1 KiB", _fanout(1000, 1024), {"connections": 100},
        goals=_goal(1.03)),
    Row("fanout-16", "fan-out to 1000, 64 B, 16 publications in flight", _fanout(1000, 64, 16),
        {"connections": 100}, goals=(Goal(1.05), Goal(1.8, "rtcomm-ratchet"))),
    Row("fanout-10000", "fan-out to 9900, 64 B", _fanout(9900, 64), {"connections": 200},
        goals=_goal(1.03)),
    Row("streams", "fan-out to 1000 event streams, 64 B", _feed("streams"), {"connections": 100},
        needs="streams", goals=_goal(1.03)),
    Row("polls", "publication to 1000 waiting long polls, 64 B, with their next requests",
        _feed("polls"), {"connections": 100}, needs="polls", goals=_goal(0.65, base="nchan")),
    Row("tls-echo", "TLS 1.3: echo, 64 connections, 1 KiB", {**_echo(64, 1024), "tls": True}, {},
        needs="tls", goals=_goal(1.15)),
    Row("deflate-echo", "permessage-deflate: echo, 64 connections, 1 KiB of JSON",
        {**_echo(64, 1024), "deflate": True}, {}, needs="deflate"),
    Row("deflate-fanout", "permessage-deflate: fan-out to 1000, 1 KiB of JSON",
        {**_fanout(1000, 1024), "deflate": True}, {"connections": 100}, needs="deflate",
        goals=_goal(1.3, base="rtcomm", row="fanout-1k")),
    Row("connect", "connect + handshake + TCP close", {"mode": "connect", "connections": 32}, {},
        goals=_goal(1.04)),
    Row("connect-close", "connect + handshake + closing handshake",
        {"mode": "connect", "connections": 32, "close-frame": True}, {}, goals=_goal(1.04)),
    Row("connect-idle", "connect + handshake + TCP close, beside 9900 idle connections",
        {"mode": "connect", "connections": 32, "idle": 9900}, {"idle": 200},
        goals=_goal(1, base="rtcomm", row="connect")),
    Row("lone", "the server blocks", {**_echo(1, 20), "spin": True}, {}, LATENCY),
    Row("lone-busy", "the server polls first (busyPoll)", {**_echo(1, 20), "spin": True}, {}, LATENCY,
        needs="busyPoll", servers=("rtcomm",), goals=_goal(0.5, base="rtcomm", row="lone")),
    Row("idle-echo", "idle connection on /echo, 9900 of them",
        {"mode": "idle", "connections": 9900, "path": "/echo"}, {"connections": 200}, MEMORY,
        goals=_goal(1024, base=""), rounds=MEMORY_ROUNDS),
    Row("idle-chat", "idle connection on /chat, 9900 of them",
        {"mode": "idle", "connections": 9900, "path": "/chat"}, {"connections": 200}, MEMORY,
        goals=(Goal(1024, base=""), Goal(1024, "rtcomm-handler", "")), rounds=MEMORY_ROUNDS),
]
