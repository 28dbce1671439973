"""How costs grow with the connections: the same three kinds of work at several sizes."""

from __future__ import annotations

from .report import cell, table
from .rows import MEMORY, Row

GROUP = "growth"
SERVERS = ("ceiling", "rtcomm", "uws", "swoole", "workerman", "ws")
POINTS = (10, 100, 1000, 5000, 10000, 19000)  # a process may often have 20 000 descriptors
QUICK_POINTS = (10, 1000)
LARGEST = POINTS[-1]
ROUNDS = 2
FAR = 100_000

# Three kinds, and what is said of each.
CURVES = {
    "idle": "idle, bytes of PSS each",
    "connect": "connect beside them, µs",
    "fanout": "publish, µs per receiver",
}


def rows(quick: bool) -> list[Row]:
    made = []
    for count in QUICK_POINTS if quick else POINTS:
        works = {
            "idle": {"mode": "idle", "connections": count, "path": "/chat"},
            "connect": {"mode": "connect", "connections": 32, "idle": count},
            "fanout": {"mode": "fanout", "connections": count, "size": 64},
        }
        for kind, work in works.items():
            extra = {"metric": MEMORY} if kind == "idle" else {}
            made.append(Row(_name(kind, count), f"{CURVES[kind]}: {count}", work, {}, group=GROUP,
                            servers=SERVERS, rounds=ROUNDS, **extra))
    return made


def _name(kind: str, count: int) -> str:
    return f"{GROUP}-{kind}-{count}"


def curve(results: dict[str, dict], kind: str, server: str) -> list[tuple[int, float]]:
    entries = [(count, results.get(_name(kind, count), {}).get(server, {})) for count in POINTS]
    return [(count, entry["min"]) for count, entry in entries if "min" in entry]


def _count(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def show(results: dict[str, dict]) -> str:
    """Tables, and what many more connections would take if memory went on growing as it did."""
    points = [count for count in POINTS if results.get(_name("idle", count))]
    names = [name for name in SERVERS
             if any(name in results[_name("idle", count)] for count in points)]
    if not points:
        return ""
    shown = []
    for kind, title in CURVES.items():
        lines = [[_count(count), *(cell(results[_name(kind, count)].get(name), "{min}")
                                   for name in names)] for count in points]
        shown.append(table([f"{title}, by connections", *names], lines))
    far = {name: _far(results, name) for name in names}
    words = [f"{name} {size / 1e6:.0f} MB" for name, size in far.items() if size > 0]
    if words:
        shown.append(f"{_count(FAR)} connections would take so much PSS, if memory went on growing as between"
                     f" {_count(POINTS[-2])} and {_count(LARGEST)}: {', '.join(words)}.")
    return "\n\n".join(shown)


def _far(results: dict[str, dict], server: str) -> float:
    """From the two largest sizes; 0 without them."""
    samples = [results.get(_name("idle", count), {}).get(server, {}).get("samples")
               for count in POINTS[-2:]]
    if not all(samples):
        return 0
    near, last = (min(sample["pss_after"] for sample in one) for one in samples)
    return last + (last - near) / (POINTS[-1] - POINTS[-2]) * (FAR - POINTS[-1])
