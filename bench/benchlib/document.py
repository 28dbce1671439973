"""The results as text and as JSON, with nothing in them of the machine but what matters."""

from __future__ import annotations

import json
import os
import platform
import re
from pathlib import Path

from . import codec, growth, report
from .peers import run
from .rows import Row

BEGIN = "<!-- results: bench/run --document writes what is between these two lines -->"
END = "<!-- end of results -->"
KEPT = ("messages", "per_second", "server_cpu_us_per_message", "latency_p50_us", "pss_after",
        "pss_per_connection", "client_cpu_seconds", "loop")
PATH = re.compile(r"(?<![\w/])/[\w.+-]+(?:/[\w.+-]+)+")


def machine() -> dict[str, str | int]:
    text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    virtual = re.search(r"^flags\s*:.*\bhypervisor\b", text, re.MULTILINE) is not None
    return {"kind": "virtual machine" if virtual else "machine", "cores": os.cpu_count() or 0,
            "kernel": "Linux " + ".".join(platform.release().split(".")[:2])}


def php_version(program: str) -> str:
    done = run([program, "-n", "-r", "echo PHP_VERSION, PHP_ZTS ? ' ZTS' : ' NTS';"])
    return done.stdout.strip() or "unknown"


def without_paths(text: str) -> str:
    """Names of files without the directories they are in."""
    return PATH.sub(lambda found: found.group(0).rpartition("/")[2], text)


def headline(about: dict) -> str:
    host = about["machine"]
    return (f"{about['begun'][:10]}, {host['kind']}, {host['cores']} cores, {host['kernel']}, PHP"
            f" {about['php']}, {about['rounds']} round{'s' * (about['rounds'] != 1)} × {about['seconds']:g} s"
            + (" (quick: the figures mean nothing)" if about["quick"] else ""))


def render(about: dict, rows: list[Row], results: dict[str, dict], codecs: dict[str, dict],
           names: list[str], versions: list[str]) -> str:
    """All tables, as Markdown."""
    compared = report.cpu_table(rows, results, names)
    parts = [
        headline(about) + f"; {about['pinned']}.",
        "- " + "\n- ".join(versions),
        "Server CPU time per message: the ceiling in µs, the others as ratios to it, of the minima"
        " (and of the medians); where the ceiling is a dash, µs." if compared else "",
        compared, report.goals_table(rows, results),
        report.memory_table(rows, results, names), report.lone_table(rows, results, names),
        growth.show(results), *(codec.tables(codecs) if codecs else []),
        report.latency_table(rows, results, names)]
    return without_paths("\n\n".join(part for part in parts if part))


def insert(target: Path, text: str, drawing: Path | None, data: Path | None) -> None:
    """Puts the text between the markers; what belongs to it is referred to beside the target."""
    old = target.read_text(encoding="utf-8")
    before, begin, rest = old.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"bench/run: {target} has no markers:\n{BEGIN}\n{END}")
    more = []
    if drawing:
        name = os.path.relpath(drawing.resolve(), target.resolve().parent)
        more.append(f"![Server CPU time per message and growth with the connections]({name})")
    if data:
        name = os.path.relpath(data.resolve(), target.resolve().parent)
        more.append(f"Every figure of every round: [{name}]({name}).")
    whole = "\n\n".join([BEGIN, text, *more, END])
    target.write_text(before + whole + after, encoding="utf-8")


def write_json(target: Path, about: dict, results: dict[str, dict], codecs: dict[str, dict]) -> None:
    """A line for each row and server. The old file stays until the new one is whole."""
    def line(value: object) -> str:
        return without_paths(json.dumps(value, ensure_ascii=False))

    lines = [f" {json.dumps(name)}: {line(value)}," for name, value in about.items()]
    made = []
    for row, servers in results.items():
        entries = [f"   {json.dumps(name)}: {line(_kept(entry))}" for name, entry in servers.items()]
        made.append(f"  {json.dumps(row)}: {{\n" + ",\n".join(entries) + "\n  }")
    text = "\n".join(["{", *lines, ' "results": {', ",\n".join(made), " },",
                      f' "codec": {line(codecs)}', "}", ""])
    partial = target.with_name(target.name + ".partial")
    partial.write_text(text, encoding="utf-8")
    partial.replace(target)


def _kept(entry: dict) -> dict:
    samples = [{name: sample[name] for name in KEPT if name in sample and name != "loop"}
               for sample in entry.get("samples", [])]
    return {**entry, "samples": samples}
