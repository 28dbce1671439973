"""How long a run will take."""

from __future__ import annotations

import argparse
import sys
import time

from .peers import Peer, Setup
from .rows import Row
from .trial import reason_not_to

START_SECONDS = 0.45  # a server's start and end, and the load's
CONNECTION_SECONDS = 0.00016  # to be opened, or sent a ping


class Clock:
    """Estimates from the number of trials at first, then from those that are over."""

    def __init__(self, setup: Setup, options: argparse.Namespace, peers: list[Peer],
                 rows: list[Row]) -> None:
        self.began = time.monotonic()
        self.rounds = options.rounds
        self.costs = {row.name: self._cost(setup, options, peers, row) for row in rows}
        self.planned = sum(self.costs[row.name] * min(row.rounds or self.rounds, self.rounds)
                           for row in rows)
        self.done = 0.0
        print(f"about {self.planned / 60:.0f} minutes for {len(peers)} servers and {len(rows)} rows",
              file=sys.stderr, flush=True)

    @staticmethod
    def _cost(setup: Setup, options: argparse.Namespace, peers: list[Peer], row: Row) -> float:
        """Seconds of one round of a row."""
        those = [peer for peer in peers if (not row.servers or peer.name in row.servers)
                 and not reason_not_to(setup, peer, row)]
        fixed = options.seconds + START_SECONDS + CONNECTION_SECONDS * row.connections(options.quick)
        return sum(fixed + (0.05 if options.quick else peer.warmup) for peer in those)

    def passed(self, row: Row, _: int) -> None:
        self.done += self.costs[row.name]

    def words(self, number: int) -> str:
        spent = time.monotonic() - self.began
        left = (self.planned - self.done) * spent / self.done if self.done else 0
        return (f"round {number + 1} of {self.rounds} is over after {spent / 60:.1f} minutes,"
                f" about {left / 60:.0f} to go")
