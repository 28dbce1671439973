"""The chart: ratios to the ceiling as dots, and how costs grow as lines. Plain SVG."""

from __future__ import annotations

import math
from html import escape

from .growth import CURVES, LARGEST, SERVERS, curve
from .report import CEILING
from .rows import CPU, Row

WIDTH = 960
LEFT = 400  # of the plot; the rows' titles stand before it
RIGHT = 30
TOP = 104
ROW = 24
PANEL = 200
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#6b4c9a", "#444444",
           "#8c510a"]
TICKS = [0.5, 1, 1.5, 2, 3, 5, 10, 20, 50, 100]


class Drawing:
    """Elements of an SVG, one to a line."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def text(self, x: float, y: float, text: str, anchor: str = "start", **more: str) -> None:
        extra = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{extra}>{escape(text)}</text>')

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str = "#dddddd") -> None:
        self.parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>')

    def dot(self, x: float, y: float, colour: str, title: str) -> None:
        self.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}">'
                          f"<title>{escape(title)}</title></circle>")

    def path(self, points: list[tuple[float, float]], colour: str) -> None:
        text = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.parts.append(
            f'<polyline points="{text}" fill="none" stroke="{colour}" stroke-width="2"/>')

    def svg(self, height: float) -> str:
        return "\n".join([
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}"'
            ' font-family="sans-serif" font-size="12" fill="#222222">',
            f'<rect width="{WIDTH}" height="{height:.0f}" fill="#ffffff"/>',
            *self.parts, "</svg>", ""])


def _ratios(drawing: Drawing, rows: list[Row], results: dict[str, dict],
            colours: dict[str, str]) -> float:
    """Draws them and returns where they end."""
    found = [entry["ratio"] for row in rows for name, entry in results[row.name].items()
             if name in colours and "ratio" in entry]
    low = min([0.8, *found]) * 0.95
    high = max([2.0, *found]) * 1.1
    bottom = TOP + ROW * len(rows)

    def place(value: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * math.log(value / low) / math.log(high / low)

    for tick in TICKS:
        if low < tick < high:
            drawing.line(place(tick), TOP - 6, place(tick), bottom,
                         "#888888" if tick == 1 else "#dddddd")
            drawing.text(place(tick), TOP - 10, f"{tick:g}", "middle")
    for number, row in enumerate(rows):
        y = TOP + ROW * (number + 0.5)
        drawing.text(LEFT - 12, y + 4, row.title, "end", font_size="11")
        drawing.line(LEFT, y, WIDTH - RIGHT, y, "#eeeeee")
        for name, colour in reversed(colours.items()):
            entry = results[row.name].get(name, {})
            if "ratio" in entry:
                drawing.dot(place(entry["ratio"]), y, colour, f"{name}: {entry['ratio']:.2f}")
    return bottom


def _legend(drawing: Drawing, colours: dict[str, str]) -> None:
    x = 20.0
    for name, colour in colours.items():
        drawing.dot(x, 46, colour, name)
        drawing.text(x + 10, 50, name)
        x += 24 + 7.5 * len(name)


def _round_numbers(low: float, high: float) -> list[float]:
    """Those between the two that begin with 1, 2 or 5; with 1 alone if there are many."""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    factors = (1, 2, 5) if len(powers) <= 3 else (1,)
    return [factor * 10.0 ** power for power in powers for factor in factors
            if low <= factor * 10.0 ** power <= high]


def _panel(drawing: Drawing, box: tuple[float, float, float], title: str,
           lines: dict[str, list[tuple[int, float]]], colours: dict[str, str]) -> None:
    left, top, width = box
    bottom = top + PANEL
    lines = {name: [point for point in points if point[1] > 0] for name, points in lines.items()}
    values = [value for points in lines.values() for _, value in points] or [1.0]
    low, high = min(values) * 0.8, max(values) * 1.25

    def place(count: int, value: float) -> tuple[float, float]:
        share = math.log10(count / 10) / math.log10(LARGEST / 10)
        return left + width * share, bottom - PANEL * math.log(value / low) / math.log(high / low)

    drawing.text(left, top - 10, title, font_weight="bold")
    for number in _round_numbers(low, high):
        y = place(10, number)[1]
        drawing.line(left, y, left + width, y)
        drawing.text(left - 6, y + 4, f"{number:g}", "end", font_size="10")
    for count in (10, 100, 1000, 10000):
        drawing.text(place(count, low)[0], bottom + 16, f"{count}", "middle", font_size="10")
    for name, points in lines.items():
        placed = [place(count, value) for count, value in points]
        drawing.path(placed, colours[name])
        for (count, value), (x, y) in zip(points, placed):
            drawing.dot(x, y, colours[name], f"{name}, {count} connections: {value:.2f}")


def draw(rows: list[Row], results: dict[str, dict], names: list[str], subtitle: str) -> str:
    compared = [row for row in rows if row.metric == CPU and not row.group
                and "ratio" in results[row.name].get(CEILING, {})]
    others = [name for name in names if name != CEILING]
    colours = {name: COLOURS[number % len(COLOURS)] for number, name in enumerate(others)}
    drawing = Drawing()
    drawing.text(20, 24, "Server CPU time per message, as a ratio to a raw epoll server in C",
                 font_size="16", font_weight="bold")
    _legend(drawing, colours)
    drawing.text(20, 70, subtitle, font_size="10", fill="#666666")
    bottom = _ratios(drawing, compared, results, colours)

    panels = [(title, {name: curve(results, kind, name) for name in SERVERS})
              for kind, title in CURVES.items()]
    panels = [(title, {name: points for name, points in lines.items() if points})
              for title, lines in panels]
    if not any(lines for _, lines in panels):
        return drawing.svg(bottom + 20)
    width = (WIDTH - 60 * len(panels) - RIGHT) / len(panels)
    colours = {**colours, CEILING: "#999999"}
    drawing.text(20, bottom + 40, "By number of connections, logarithmic (ceiling in grey)", font_size="14",
                 font_weight="bold")
    for number, (title, lines) in enumerate(panels):
        _panel(drawing, (60 + number * (width + 60), bottom + 80, width), title, lines, colours)
    return drawing.svg(bottom + 80 + PANEL + 40)
