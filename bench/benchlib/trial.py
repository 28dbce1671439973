"""One trial: a fresh server, one run of the load generator against it, and its end."""

from __future__ import annotations

import functools
import json
import os
import resource
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from .peers import FEATURES, Peer, Setup, last_line, run
from .rows import LATENCY, SELECT_CONNECTIONS, Row

START_SECONDS = 20
LOAD_SLACK_SECONDS = 90
SPARE_DESCRIPTORS = 100
QUICK_WARMUP = 0.05
NOT_ITS_WORK = "–"
LOAD_BUILT_WITH = ("tls", "deflate")


class Failed(Exception):
    """A server that did not start, or a wrong or missing answer."""


class Skipped(Exception):
    """A row that this server cannot be asked to do."""


def cores() -> tuple[list[str], list[str], str]:
    """Prefixes that pin the server and the load to different cores, and what was done."""
    usable = sorted(os.sched_getaffinity(0))
    if shutil.which("taskset") is None or len(usable) < 2:
        return [], [], "not pinned: it takes taskset and two cores"
    server, load = usable[0], usable[1]
    return (["taskset", "-c", str(server)], ["taskset", "-c", str(load)],
            f"server on core {server}, load on core {load}")


def _free_port(distance: int) -> int:
    """A port that is free, as is the one so far behind it."""
    while True:
        with socket.socket() as probe, socket.socket() as other:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
            try:
                other.bind(("127.0.0.1", port + distance if distance else 0))
                return port
            except (OSError, OverflowError):
                continue


@functools.lru_cache
def load_features(binaries: str) -> tuple[str, ...]:
    """What the load generator was built with."""
    return tuple(run([f"{binaries}/load", "--features"]).stdout.split())


def _need_descriptors(connections: int) -> None:
    if resource.getrlimit(resource.RLIMIT_NOFILE)[0] < connections + SPARE_DESCRIPTORS:
        raise Skipped("descriptors")


class Running:
    """A server under way, in a process group and a scratch directory of its own."""

    def __init__(self, peer: Peer, prefix: list[str], environment: dict[str, str]) -> None:
        self.peer = peer
        self.port = _free_port(peer.feed_port)
        self.directory = tempfile.TemporaryDirectory(prefix="rtcomm-bench-")
        self.output = Path(self.directory.name) / "output"
        with open(self.output, "wb") as output:
            self.process = subprocess.Popen(
                [*prefix, *peer.command, str(self.port)], stdin=subprocess.DEVNULL, stdout=output,
                stderr=output, cwd=self.directory.name, start_new_session=True,
                env={**os.environ, **peer.environment, **environment})

    def __enter__(self) -> Running:
        try:
            self._wait_until_ready()
        except Failed:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def said(self) -> str:
        return self.output.read_text(encoding="utf-8", errors="replace")

    def loop(self) -> str:
        for line in self.said().splitlines():
            if line.startswith("loop: "):
                return line.removeprefix("loop: ").strip()
        return ""

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise Failed(f"did not start: {last_line(self.said())}")
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                time.sleep(0.1)
                return
            except OSError:
                time.sleep(0.02)
        raise Failed(f"not listening after {START_SECONDS} s: {last_line(self.said())}")

    def end(self) -> None:
        """Asks the group to end and waits until it has, for what a tool writes at the end."""
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(START_SECONDS)
        except subprocess.TimeoutExpired as late:
            raise Failed("it does not end") from late

    def stop(self) -> None:
        """Ends the group that was started here, at once: nothing of it is kept."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        self.directory.cleanup()


def reason_not_to(setup: Setup, peer: Peer, row: Row) -> str:
    """Why this server does not do this row; empty if it does."""
    if peer.rows and row.name not in peer.rows:
        return NOT_ITS_WORK
    if row.needs and row.needs not in peer.features:
        return NOT_ITS_WORK
    if row.needs in LOAD_BUILT_WITH and row.needs not in load_features(str(setup.binaries)):
        return "load without"
    return ""


def load_words(peer: Peer, row: Row, port: int, quick: bool) -> list[str]:
    """The load generator's arguments that depend on the server and the row."""
    words = [*row.command(quick), *peer.load.get(row.mode, [])]
    if peer.feed_port and row.mode in ("streams", "polls"):
        return ["--port", str(port + peer.feed_port), "--publish-port", str(port), *words]
    return ["--port", str(port), *words]


def trial(setup: Setup, peer: Peer, row: Row, pins: tuple[list[str], list[str]],
          seconds: float, quick: bool) -> dict:
    """The load generator's report, with the server's loop added."""
    reason = reason_not_to(setup, peer, row)
    if reason:
        raise Skipped(reason)
    _need_descriptors(row.connections(quick))
    with Running(peer, pins[0], FEATURES.get(row.needs, {})) as server:
        loop = server.loop()
        if "select" in loop.lower() and row.connections(quick) > SELECT_CONNECTIONS:
            raise Skipped("select loop")
        warmup = QUICK_WARMUP if quick else peer.warmup
        command = [*pins[1], str(setup.binaries / "load"), "--pid", str(server.process.pid),
                   "--seconds", str(seconds), "--warmup", str(warmup),
                   *load_words(peer, row, server.port, quick)]
        done = run(command, seconds + LOAD_SLACK_SECONDS)
        if done.returncode != 0:
            words = last_line(done.stderr)
            if server.process.poll() is not None:
                words += f" (the server ended: {last_line(server.said())})"
            raise Failed(words)
        report = {**json.loads(done.stdout), "loop": loop}
        if "latency_us" in report:
            report[LATENCY] = report["latency_us"]["p50"]
        return report
