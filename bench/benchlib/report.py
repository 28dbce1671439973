"""From samples to figures and tables."""

from __future__ import annotations

import statistics

from .rows import CPU, Row

CEILING = "ceiling"


def summarise(samples: list[dict], metric: str) -> dict:
    values = [sample[metric] for sample in samples]
    figures = {"min": min(values), "median": statistics.median(values)}
    if "latency_us" in samples[0]:
        figures["latency_p50_us"] = min(sample["latency_us"]["p50"] for sample in samples)
        figures["latency_p99_us"] = min(sample["latency_us"]["p99"] for sample in samples)
        figures["per_second_max"] = max(sample["per_second"] for sample in samples)
    return figures


def add_ratios(servers: dict[str, dict]) -> None:
    """Ratios to the ceiling of the same row: of the minima, and of the medians."""
    base = servers.get(CEILING, {})
    if base.get("min", 0) <= 0 or base["median"] <= 0:  # memory, of few connections
        return
    for entry in servers.values():
        if "min" in entry:
            entry["ratio"] = entry["min"] / base["min"]
            entry["ratio_of_medians"] = entry["median"] / base["median"]


def table(header: list[str], lines: list[list[str]]) -> str:
    """A Markdown table, padded so that it also reads well as plain text."""
    rows = [header, *lines]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]

    def line(cells: list[str]) -> str:
        return "| " + " | ".join(c.ljust(w) for c, w in zip(cells, widths)) + " |"

    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([line(header), rule, *(line(cells) for cells in lines)])


def significant(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def cell(entry: dict | None, text: str) -> str:
    if entry is None:
        return ""
    if "skipped" in entry:
        return entry["skipped"]
    if "failed" in entry:
        return "WRONG"
    return text.format(**{key: value if isinstance(value, str) else significant(value)
                          for key, value in entry.items() if isinstance(value, (float, int, str))})


def cpu_table(rows: list[Row], results: dict[str, dict], names: list[str]) -> str:
    lines = []
    for row in rows:
        if row.metric == CPU and not row.group:
            servers = results[row.name]
            compared = "{ratio} ({ratio_of_medians})"
            if "ratio" not in servers.get(CEILING, {}):
                compared = "{min} ({median}) µs"
            cells = [cell(servers.get(name), compared) for name in names if name != CEILING]
            lines.append([row.title, cell(servers.get(CEILING), "{min} ({median})"), *cells])
    header = ["work", "ceiling, µs", *(name for name in names if name != CEILING)]
    return table(header, lines) if lines else ""


def memory_table(rows: list[Row], results: dict[str, dict], names: list[str]) -> str:
    lines = []
    for row in rows:
        if row.metric != CPU and not row.group:
            cells = [_memory_cell(results[row.name].get(name)) for name in names]
            lines.append([row.title, *cells])
    return table(["bytes of PSS per connection", *names], lines) if lines else ""


def _memory_cell(entry: dict | None) -> str:
    return f"{entry['min']:.0f}" if entry and "min" in entry else cell(entry, "")


def latency_table(rows: list[Row], results: dict[str, dict], names: list[str]) -> str:
    lines = [[row.title, *(cell(results[row.name].get(name),
                                 "{latency_p50_us} / {latency_p99_us}") for name in names)]
             for row in rows if row.metric == CPU and not row.group]
    return table(["latency p50 / p99, µs", *names], lines) if lines else ""
