"""What time hides: the system calls and the instructions that a message costs a server."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from .peers import FEATURES, Peer, Setup, last_line, run
from .rows import ROWS, Row
from .trial import NOT_ITS_WORK, Failed, Running, Skipped, load_words, reason_not_to

ATTACH_SECONDS = 10
LOAD_SECONDS = 120
END_SECONDS = 60
CALL = re.compile(r"^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s+(?:\d+\s+)?(\w+)$", re.MULTILINE)
TOTAL = re.compile(r"^(?:summary|totals): (\d+)", re.MULTILINE)
NO_CALLGRIND = ("ws", "workerman", "ratchet")  # which take minutes there, or do not start


@dataclass(frozen=True)
class Work:
    """A row, and how many messages the two runs have whose difference counts: what both do is not in it."""

    row: str
    calls: tuple[int, int]
    instructions: tuple[int, int]


WORKS = [
    Work("echo-64", (2_000, 12_000), (2_000, 12_000)),
    Work("echo-64x16", (20_000, 100_000), (10_000, 60_000)),
    Work("fanout", (10_000, 40_000), (10_000, 40_000)),
    Work("fanout-16", (32_000, 160_000), (32_000, 160_000)),
]


def row_of(work: Work) -> Row:
    return next(row for row in ROWS if row.name == work.row)


def _load(setup: Setup, peer: Peer, row: Row, port: int, messages: int) -> int:
    """One run of so many messages; returns how many there were."""
    done = run([str(setup.binaries / "load"), "--seconds", str(LOAD_SECONDS), "--warmup", "0",
                "--patience", "60", "--messages", str(messages),
                *load_words(peer, row, port, False)], 2 * LOAD_SECONDS)
    if done.returncode != 0:
        raise Failed(last_line(done.stderr))
    return int(json.loads(done.stdout)["all_messages"])


def _family(pid: int) -> list[int]:
    """The process and all that descend from it."""
    found = [pid]
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in path.read_text(encoding="ascii").split():
            found += _family(int(child))
    return found


def _traced(setup: Setup, peer: Peer, row: Row, server: Running,
            messages: int) -> tuple[dict[str, int], int]:
    """The calls by name, and the messages."""
    table = Path(server.directory.name) / "calls"
    pids = [word for pid in _family(server.process.pid) for word in ("-p", str(pid))]
    said = Path(server.directory.name) / "strace"
    with open(said, "wb") as output:
        tracer = subprocess.Popen(["strace", "-c", "-f", "-o", str(table), *pids],
                                  stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    try:
        deadline = time.monotonic() + ATTACH_SECONDS
        while "attached" not in said.read_text(encoding="utf-8", errors="replace"):
            if tracer.poll() is not None or time.monotonic() > deadline:
                raise Skipped("strace may not attach")
            time.sleep(0.02)
        time.sleep(0.2)
        count = _load(setup, peer, row, server.port, messages)
    finally:
        if tracer.poll() is None:
            tracer.send_signal(signal.SIGINT)
        tracer.wait(END_SECONDS)
    calls = {name: int(number) for number, name in CALL.findall(table.read_text(encoding="utf-8"))
             if name != "total"}
    return calls, count


def calls(setup: Setup, peer: Peer, work: Work) -> dict:
    """System calls per message, in all and by name."""
    row = row_of(work)
    if shutil.which("strace") is None:
        raise Skipped("no strace")
    with Running(peer, [], FEATURES.get(row.needs, {})) as server:
        (few, near), (many, far) = (_traced(setup, peer, row, server, messages)
                                    for messages in work.calls)
    by_name = {name: (many[name] - few.get(name, 0)) / (far - near) for name in many}
    return {"value": sum(by_name.values()),
            "by_name": {name: round(value, 4) for name, value
                        in sorted(by_name.items(), key=lambda one: -one[1]) if value >= 0.0005}}


def _profiled(setup: Setup, peer: Peer, row: Row, messages: int) -> tuple[int, int]:
    """The instructions from start to end, and the messages."""
    prefix = ["valgrind", "--quiet", "--tool=callgrind", "--trace-children=yes",
              "--callgrind-out-file=callgrind.%p"]
    with Running(peer, prefix, FEATURES.get(row.needs, {})) as server:
        count = _load(setup, peer, row, server.port, messages)
        server.end()
        total = 0
        for path in Path(server.directory.name).glob("callgrind.*"):
            found = TOTAL.findall(path.read_text(encoding="utf-8", errors="replace"))
            total += int(found[-1]) if found else 0
    if total == 0:
        raise Skipped("callgrind said nothing")
    return total, count


def instructions(setup: Setup, peer: Peer, work: Work) -> dict:
    """Instructions per message, in user space."""
    if shutil.which("valgrind") is None:
        raise Skipped("no valgrind")
    if peer.name in NO_CALLGRIND:
        raise Skipped(NOT_ITS_WORK)
    row = row_of(work)
    (few, near), (many, far) = (_profiled(setup, peer, row, messages)
                                for messages in work.instructions)
    return {"value": (many - few) / (far - near)}


KINDS = {"calls": calls, "instructions": instructions}
TITLES = {"calls": "system calls per message",
          "instructions": "instructions per message, in user space"}


def count(setup: Setup, peer: Peer, work: Work, kind: str) -> dict:
    """One figure: its value, or why there is none."""
    reason = reason_not_to(setup, peer, row_of(work))
    if reason:
        return {"skipped": reason}
    try:
        return KINDS[kind](setup, peer, work)
    except Skipped as words:
        return {"skipped": str(words)}
    except Failed as words:
        return {"failed": str(words)}
