"""The codecs alone, without a socket: from PHP by bench/codec.php, from C by bench/codec.c."""

from __future__ import annotations

import json

from .peers import BENCH, Peer, Setup, last_line, run
from .report import significant, table
from .trial import Failed

NAME = "codec"
PEERS = ("rtcomm", "swoole", "ratchet")
SLACK_SECONDS = 60

CALLS = {
    "encode_64": "make a frame of 64 B, million a second",
    "decode_64": "read a masked frame of 64 B, million a second",
}
SIZES = {"64k": 65536, "1m": 1048576}
BYTES = {
    "encode_64k": "make a frame of 64 KiB, GB/s",
    "decode_64k": "read a masked frame of 64 KiB, GB/s",
    "encode_1m": "make a frame of 1 MiB, GB/s",
    "decode_1m": "read a masked frame of 1 MiB, GB/s",
}
C_WORKS = {
    "mask_64k": "mask 64 KiB",
    "mask_16m": "mask 16 MiB",
    "utf8_ascii_64k": "UTF-8, 64 KiB of ASCII",
    "utf8_ascii_16m": "UTF-8, 16 MiB of ASCII",
    "utf8_mixed_64k": "UTF-8, 64 KiB of 1 to 4 bytes a character",
}

GOALS = {
    "encode_64": "≥ 1.3 × swoole",
    "decode_64": "≥ 1.3 × swoole",
    "mask_64k": "≥ 8",
    "mask_16m": "≥ 8",
    "utf8_ascii_64k": "≥ 5",
    "utf8_ascii_16m": "≥ 5",
}


def _figures(command: list[str], seconds: float) -> dict:
    done = run(command, seconds + SLACK_SECONDS)
    if done.returncode != 0:
        raise Failed(last_line(done.stderr + done.stdout))
    return json.loads(done.stdout)


def measure(setup: Setup, peers: list[Peer], prefix: list[str], rounds: int,
            seconds: float) -> dict[str, dict]:
    """The best of all rounds by implementation; "C" is src/proto without PHP."""
    commands = {"C": [*prefix, str(setup.binaries / "codec"), str(seconds)]}
    for peer in peers:
        if peer.name in PEERS:  # its command ends with the server's script
            commands[peer.name] = [*prefix, *peer.command[:-1], str(BENCH / "codec.php"),
                                   peer.name, str(seconds)]
    results: dict[str, dict] = {}
    for _ in range(rounds):
        for name, command in commands.items():
            entry = results.setdefault(name, {})
            if "failed" in entry:
                continue
            try:
                found = _figures(command, seconds * (len(CALLS) + len(BYTES)))
            except Failed as reason:
                results[name] = {"failed": str(reason)}
                continue
            for figure, value in found.items():
                entry[figure] = max(value, entry.get(figure, 0))
    return results


def _cell(entry: dict, figure: str, factor: float) -> str:
    return "WRONG" if "failed" in entry else significant(entry[figure] * factor)


def tables(results: dict[str, dict]) -> list[str]:
    names = [name for name in results if name != "C"]
    lines = [[title, GOALS[figure], *(_cell(results[name], figure, 1e-6) for name in names)]
             for figure, title in CALLS.items()]
    lines += [[title, "", *(_cell(results[name], figure, SIZES[figure.split("_")[1]] / 1e9)
                        for name in names)] for figure, title in BYTES.items()]
    shown = [table(["codec from PHP", "goal of rtcomm", *names], lines)] if names else []
    inner = [[title, GOALS.get(figure, ""), _cell(results["C"], figure, 1)]
             for figure, title in C_WORKS.items()]
    return [*shown, table(["src/proto from C", "goal", "GB/s"], inner)]
