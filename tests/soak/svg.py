"""Draws the curves of a soak as one SVG file."""

WIDTH, LEFT, RIGHT, HEIGHT, GAP = 840, 64, 150, 150, 46
COLOURS = ("#1f6fb2", "#c2571a", "#3a8a4d")


def nice(top):
    """The distance between lines of a grid that reaches up to `top`."""
    step = 1.0
    while step * 10 < top:
        step *= 10
    for factor in (0.2, 0.5, 1, 2, 5, 10):
        if top / (step * factor) <= 5:
            return step * factor
    return step * 10


def label(value):
    return f"{value:g}"


def text(x, y, content, anchor="start", colour="#444"):
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" fill="{colour}">{content}</text>'


def panel(samples, top_y, title, curves):
    """One diagram: `curves` are (label, values)."""
    times = [sample["time"] / 60 for sample in samples]
    end = max(times[-1], 0.1)
    top = max(max(values) for _, values in curves) * 1.1 or 1
    right = WIDTH - RIGHT
    bottom = top_y + HEIGHT

    def at(time, value):
        return LEFT + (right - LEFT) * time / end, bottom - HEIGHT * value / top

    out = [text(LEFT, top_y - 8, title, colour="#111")]
    step = nice(top)
    for index in range(int(top / step) + 1):
        _, y = at(0, index * step)
        out.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" stroke="#ddd"/>')
        out.append(text(LEFT - 6, y + 4, label(index * step), "end"))
    step = nice(end)
    for index in range(int(end / step + 1e-9) + 1):
        x, _ = at(index * step, 0)
        out.append(text(x, bottom + 16, label(index * step), "middle"))
    out.append(text(right + 14, bottom + 16, "minutes"))
    for (name, values), colour in zip(curves, COLOURS):
        points = " ".join("{:.1f},{:.1f}".format(*at(time, value)) for time, value in zip(times, values))
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.6"/>')
    ends = sorted(zip((at(end, values[-1])[1] for _, values in curves), curves, COLOURS), key=lambda item: item[0])
    below = top_y - 20
    for y, (name, _), colour in ends:
        below = max(y + 4, below + 15)
        out.append(text(right + 6, below, name, colour=colour))
    return out


def write(path, samples):
    mebi = 1 << 20
    panels = (
        ("memory of the server, MiB", [
            ("resident (RSS)", [sample["rss"] / mebi for sample in samples]),
            ("its own (anonymous)", [sample["pss_anon"] / mebi for sample in samples]),
            ("PHP", [sample["php"] / mebi for sample in samples]),
        ]),
        ("connections and descriptors", [
            ("connections", [sample["connections"] for sample in samples]),
            ("descriptors", [sample["descriptors"] for sample in samples]),
        ]),
    )
    height = GAP + len(panels) * (HEIGHT + GAP)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
           f'height="{height}" font-family="sans-serif" font-size="12">',
           f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>']
    for index, (title, curves) in enumerate(panels):
        out += panel(samples, GAP + index * (HEIGHT + GAP), title, curves)
    out.append("</svg>")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")
