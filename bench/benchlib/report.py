"""From samples to figures and tables."""

from __future__ import annotations

import statistics

from .rows import CPU, LATENCY, MEMORY, Goal, Row

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
            lines.append([row.title, row.goals[0].words() if row.goals else "",
                          cell(servers.get(CEILING), "{min} ({median})"), *cells])
    header = ["work", "goal of rtcomm", "ceiling, µs",
              *(name for name in names if name != CEILING)]
    return table(header, lines) if lines else ""


def _plain_table(metric: str, title: str, rows: list[Row], results: dict[str, dict],
                 names: list[str]) -> str:
    """The figures themselves, whose unit is in the title."""
    lines = [[row.title, row.goals[0].words() if row.goals else "",
              *(_plain_cell(results[row.name].get(name)) for name in names)]
             for row in rows if row.metric == metric and not row.group]
    return table([title, "goal of rtcomm", *names], lines) if lines else ""


def _plain_cell(entry: dict | None) -> str:
    return significant(entry["min"]) if entry and "min" in entry else cell(entry, "")


def memory_table(rows: list[Row], results: dict[str, dict], names: list[str]) -> str:
    return _plain_table(MEMORY, "bytes of PSS per connection", rows, results, names)


def lone_table(rows: list[Row], results: dict[str, dict], names: list[str]) -> str:
    return _plain_table(LATENCY, "latency of a lone connection, p50 in µs", rows, results, names)


def latency_table(rows: list[Row], results: dict[str, dict], names: list[str]) -> str:
    lines = [[row.title, *(cell(results[row.name].get(name),
                                 "{latency_p50_us} / {latency_p99_us}") for name in names)]
             for row in rows if row.metric == CPU and not row.group]
    return table(["latency under load, p50 / p99 in µs", *names], lines) if lines else ""


def reached(goal: Goal, row: Row, results: dict[str, dict]) -> dict:
    """What was compared with a goal: of the minima, and of the medians; empty if it was not measured."""
    entry = results[row.name].get(goal.server, {})
    base = results.get(goal.row or row.name, {}).get(goal.base, {}) if goal.base else \
        {"min": 1, "median": 1}
    if "min" not in entry or "min" not in base or base["min"] <= 0 or base["median"] <= 0:
        return {}
    return {"min": entry["min"] / base["min"], "median": entry["median"] / base["median"]}


def goals(rows: list[Row], results: dict[str, dict]) -> list[dict]:
    """Each goal and what was reached."""
    found = []
    for row in rows:
        for goal in row.goals:
            figures = reached(goal, row, results)
            if figures:
                found.append({"row": row.name, "title": row.title, "server": goal.server,
                              "goal": goal.words(), "limit": goal.limit, **figures,
                              "met": figures["min"] <= goal.limit})
    return found


def goals_table(rows: list[Row], results: dict[str, dict]) -> str:
    lines = [[one["title"], one["server"], one["goal"],
              f"{significant(one['min'])} ({significant(one['median'])})",
              "yes" if one["met"] else "no"] for one in goals(rows, results)]
    return table(["goal for", "server", "goal", "reached", "met"], lines) if lines else ""
