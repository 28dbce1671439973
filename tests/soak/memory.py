"""Looks at the server's process, and says whether its memory is flat."""

import os


class Process:
    def __init__(self, pid):
        self.pid = pid

    def memory(self):
        """Bytes: resident, proportional, and those of the heap and other memory that is nobody else's."""
        found = {}
        with open(f"/proc/{self.pid}/smaps_rollup", encoding="ascii") as lines:
            for line in lines:
                name, _, rest = line.partition(":")
                if name in ("Rss", "Pss", "Pss_Anon"):
                    found[name.lower()] = int(rest.split()[0]) * 1024
        return found

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def cpu(self):
        """Seconds."""
        with open(f"/proc/{self.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def slope(points):
    """Of the line with the least squares through (x, y)."""
    count = len(points)
    middle_x = sum(x for x, _ in points) / count
    middle_y = sum(y for _, y in points) / count
    above = sum((x - middle_x) * (y - middle_y) for x, y in points)
    below = sum((x - middle_x) ** 2 for x, _ in points)
    return above / below if below else 0.0


def rise(samples, name):
    """How much `name` grows over the second half of the samples, by that line, and its mean there."""
    half = samples[len(samples) // 2:]
    points = [(sample["time"], sample[name]) for sample in half]
    mean = sum(y for _, y in points) / len(points)
    return slope(points) * (points[-1][0] - points[0][0]), mean
