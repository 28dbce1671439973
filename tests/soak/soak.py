"""One server under churn for a while. See run."""

import argparse
import asyncio
import collections
import json
import os
import random
import signal
import ssl
import statistics
import subprocess
import sys
import tempfile
import time

import memory
import svg
from churn import Churn
from witnesses import GOING_AWAY, READERS, TALKERS, Ledger
from wire import Place, once

HERE = os.path.dirname(os.path.abspath(__file__))
GAUGES = ("connections", "open", "webSockets", "eventStreams", "sessions", "readers", "subscriptions")
# What goes up and down by chance may have gone up at the end by this share of its mean, or so many bytes. In a short
# time histories are still being filled, and the contexts of compression weigh more; what is resident has holes, too.
FLAT_SHARE = 0.02
FLAT_BYTES = {"rss": 1 << 20, "pss_anon": 1 << 20, "heap": 512 << 10, "php": 512 << 10}
FLAT_BYTES_SHORT = 3 << 20


class Server:
    def __init__(self, php, work, certificate):
        self.stderr = open(os.path.join(work, "stderr"), "w+b")
        command = [*php, os.path.join(HERE, "server.php"), os.path.join(work, "soak.sock"), *certificate]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.stderr)
        self.seen = memory.Process(self.process.pid)
        self.addresses = {}
        for line in self.process.stdout:
            kind, _, address = line.decode().strip().partition(" ")
            if kind == "ready":
                return
            self.addresses[kind] = address
        raise SystemExit(f"the server did not start: {self.said()}")

    def said(self):
        self.stderr.seek(0)
        return self.stderr.read().decode(errors="replace").strip()

    async def ended(self, seconds):
        """The exit code, or None."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            await asyncio.sleep(0.05)
        return self.process.returncode


def make_certificate(work):
    names = [os.path.join(work, name) for name in ("certificate.pem", "key.pem")]
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                    "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
                    "-out", names[0], "-keyout", names[1]], check=True, capture_output=True)
    return names


class Soak:
    def __init__(self, options, server, certificate):
        self.options = options
        self.server = server
        self.failures = []
        self.samples = []
        self.ledger = Ledger()
        self.places = []
        for kind, address in server.addresses.items():
            tls = ssl.create_default_context(cafile=certificate[0]) if kind == "tls" else None
            self.places.append(Place(kind, address, tls))
        self.control_place = next(place for place in self.places if place.kind == "unix")
        self.churn = Churn(self.places, self.ledger, options.seed)
        self.witnesses = []
        self.residents = []
        self.all = []
        self.empty = self.base = self.end = None
        self.log = self.flat = {}
        self.started = time.monotonic()

    def fail(self, what):
        self.failures.append(what)
        print(f"FAILED: {what}", flush=True)

    def note(self, what):
        print(f"{time.monotonic() - self.started:7.0f} s  {what}", flush=True)

    async def control(self, target="/control"):
        _, body = await once(self.control_place, "GET", target)
        return json.loads(body)

    async def sample(self):
        control = await self.control()
        found = {"time": round(time.monotonic() - self.started, 2), **self.server.seen.memory(),
                 "descriptors": self.server.seen.descriptors(), "cpu": self.server.seen.cpu()}
        counts = {name: control[name] for name in ("heap", "php", "php_real", "names")}
        for name, value in {**counts, **control["stats"]}.items():
            if isinstance(value, (int, float)):
                found[name] = value
        return found

    async def usual(self, seconds):
        """Each number as it is most of that time: somebody is always just asking something, or about to ask."""
        seen = [await self.sample()]
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            await asyncio.sleep(0.1)
            seen.append(await self.sample())
        return {name: statistics.median_low(sample[name] for sample in seen) for name in seen[0]}

    def populate(self):
        for place in self.places:
            for number in range(self.options.residents + 1):
                for kind in TALKERS:
                    name = f"{kind.transport.replace(' ', '-')}-{place.kind}-{number}"
                    talker = kind(self.ledger, place, name, pace=2.0 if number == 0 else 6.0)
                    (self.residents if number else self.witnesses).append(talker)
                for kind in READERS:
                    reader = kind(self.ledger, place, f"reader-{number}")
                    (self.residents if number else self.witnesses).append(reader)
            for kind in READERS:
                self.residents.append(kind(self.ledger, place, "away", channel="short", may_miss=True, pause=(0, 5)))

    async def cut_half(self):
        while True:
            await asyncio.sleep(self.options.cut_every)
            for witness in random.sample(self.residents, len(self.residents) // 2):
                witness.cut()
            if "tls" in self.server.addresses:
                self.server.process.send_signal(signal.SIGHUP)  # reads the certificates anew

    async def watch(self, seconds):
        end = time.monotonic() + seconds
        told = 0
        while time.monotonic() < end:
            self.samples.append(await self.sample())
            if time.monotonic() > told:
                told = time.monotonic() + max(seconds / 10, 10)
                now = self.samples[-1]
                self.note(f"RSS {now['rss'] >> 10} KiB, PHP {now['php'] >> 10} KiB, {now['connections']} connections, "
                          f"{now['descriptors']} descriptors, {sum(self.churn.counts.values())} visits, "
                          f"{self.ledger.counts['faults']} faults")
            if self.server.process.poll() is not None:
                self.fail(f"the server ended with {self.server.process.returncode}")
                return
            await asyncio.sleep(self.options.sample_every)

    async def everybody(self, condition, seconds, what):
        end = time.monotonic() + seconds
        while not all(map(condition, self.all)) and time.monotonic() < end:
            await asyncio.sleep(0.05)
        late = [f"{witness.role} {witness.transport} {witness.place.kind} {witness.name}"
                for witness in self.all if not condition(witness)]
        if late:
            self.fail(f"{what}: not {', '.join(late[:10])} ({len(late)})")

    async def settle(self, base, seconds):
        end = time.monotonic() + seconds
        names = ("descriptors", "names", *GAUGES)
        while True:
            now = await self.usual(1)
            left = {name: (base[name], now[name]) for name in names if now[name] != base[name]}
            if not left:
                return now
            if time.monotonic() > end:
                self.fail(f"not back to the start (before, after): {left}")
                return now

    async def run(self):
        self.empty = await self.usual(1)
        self.populate()
        self.all = self.witnesses + self.residents
        tasks = [asyncio.ensure_future(witness.run()) for witness in self.all]
        await self.everybody(lambda witness: witness.ready.is_set(), 60, "connected")
        self.base = await self.usual(3)
        self.note(f"{len(self.all)} clients are there, on {', '.join(self.server.addresses)}: "
                  f"{self.base['connections']} connections, {self.base['descriptors']} descriptors")
        guests = [asyncio.ensure_future(self.churn.guest()) for _ in range(self.options.guests)]
        cutter = asyncio.ensure_future(self.cut_half())
        await self.watch(self.options.seconds)
        cutter.cancel()
        self.churn.leaving = True
        await asyncio.wait(guests, timeout=90)
        await self.finish(tasks)

    async def finish(self, tasks):
        self.end = await self.settle(self.base, 60)
        self.note("the crowd has left")
        self.ledger.quiet = True
        await asyncio.sleep(2)
        marks = await self.control()
        self.log = marks["log"]
        await self.everybody(lambda witness: witness.at(marks), 60, "has all that was sent")
        self.ledger.ending = True
        # Ends while something is under way to everybody.
        marks = await self.control("/burst?count=50")
        self.server.process.send_signal(signal.SIGTERM)
        code = await self.server.ended(30)
        if code != 0:
            self.fail(f"the server's exit code is {code}")
        await asyncio.wait(tasks, timeout=30)
        connected = [witness for witness in self.all if witness.transport != "long poll"]
        for witness in connected:
            if not witness.at(marks):
                self.fail(f"{witness.role} {witness.transport} {witness.place.kind} lacks what was sent before the end")
            if (witness.role, witness.transport) != ("feed", "event stream") and witness.goodbye != GOING_AWAY:
                self.fail(f"{witness.role} {witness.transport} {witness.place.kind}: the end was {witness.goodbye}")
        self.note("the server has stopped")

    def judge(self):
        said = self.server.said()
        if said:
            self.fail(f"the server's stderr: {said[:2000]}")
        for fault in self.ledger.faults:
            self.fail(fault)
        if self.ledger.counts["faults"] > len(self.ledger.faults):
            self.fail(f"and {self.ledger.counts['faults'] - len(self.ledger.faults)} more")
        if self.end is None:
            return
        self.flat = {}
        for name, least in FLAT_BYTES.items():
            grown, mean = memory.rise(self.samples, name)
            bound = max(FLAT_SHARE * mean, FLAT_BYTES_SHORT if self.options.short else least)
            self.flat[name] = {"rise": round(grown), "mean": round(mean), "bound": round(bound)}
            if grown > bound:
                self.fail(f"{name} grew by {grown:.0f} bytes over the second half, more than {bound:.0f}")

    def report(self):
        rows = collections.OrderedDict()
        for witness in self.all:
            key = (witness.role, witness.transport, witness.place.kind)
            row = rows.setdefault(key, collections.Counter())
            row["clients"] += 1
            row.update(witness.counts)
        return rows

    def print_memory(self):
        middle = self.samples[len(self.samples) // 2]
        print("\n                        alone   with all    middle       end")
        for name in ("rss", "pss", "pss_anon", "heap", "php"):
            line = "".join(f"{sample[name] >> 10:10d}" for sample in (self.empty, self.base, middle, self.end))
            print(f"{name + ', KiB':20s}{line}")
        for name in ("descriptors", "names", "channels", *GAUGES):
            line = "".join(f"{sample[name]:10d}" for sample in (self.empty, self.base, middle, self.end))
            print(f"{name:20s}{line}")
        for name, flat in self.flat.items():
            print(f"{name}: over the second half {flat['rise'] / 1024:+.0f} KiB of {flat['mean'] / 1024:.0f} "
                  f"(at most {flat['bound'] / 1024:.0f})")

    def print(self):
        if self.end is not None:
            self.print_memory()
        columns = ("clients", "verified", "returns", "gaps", "lost", "twice", "disorder")
        print("\n" + " " * 36 + "".join(f"{name:>10s}" for name in columns))
        for key, row in self.report().items():
            print(f"{' '.join(key):36s}" + "".join(f"{row[name]:10d}" for name in columns))
        print("\nvisits: " + ", ".join(f"{count} {name}" for name, count in sorted(self.churn.counts.items())))
        print(f"the server's log: {self.log}")

    def results(self):
        return {
            "seconds": self.options.seconds, "seed": self.options.seed, "listeners": list(self.server.addresses),
            "passed": not self.failures, "failures": self.failures, "flat": self.flat,
            "alone": self.empty, "base": self.base, "end": self.end,
            "witnesses": [{"role": key[0], "transport": key[1], "listener": key[2], **row}
                          for key, row in self.report().items()],
            "visits": self.churn.counts, "accepted": self.ledger.counts["accepted"], "log": self.log,
            "samples": self.samples,
        }


def parse():
    parser = argparse.ArgumentParser(prog="run", description="One server under churn, for a while.")
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--short", action="store_true", help="about 90 seconds in all")
    parser.add_argument("--guests", type=int, default=30, help="how many come and go at a time (30)")
    parser.add_argument("--residents", type=int, default=1, help="of each kind, who are cut off now and then (1)")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("--json", metavar="FILE", help="all samples and counts")
    parser.add_argument("--svg", metavar="FILE", help="the curves")
    options = parser.parse_args()
    options.seconds = 55.0 if options.short else options.minutes * 60
    options.sample_every = 1.0 if options.short else 5.0
    options.cut_every = 6.0 if options.short else 20.0
    return options


def main():
    options = parse()
    print(f"--seed {options.seed}", flush=True)
    random.seed(options.seed)
    php = json.loads(os.environ["SOAK_PHP"]) if "SOAK_PHP" in os.environ else sys.exit("start tests/soak/run")
    with tempfile.TemporaryDirectory(prefix="rtcomm-soak-") as work:
        certificate = make_certificate(work) if os.environ.get("SOAK_TLS") else []
        server = Server(php, work, certificate)
        try:
            soak = Soak(options, server, certificate)
            try:
                asyncio.run(soak.run())
            except Exception as error:  # pylint: disable=broad-except
                soak.fail(f"broken off: {error!r}")
        finally:
            if server.process.poll() is None:
                server.process.kill()
            server.process.wait()
        soak.judge()
    soak.print()
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(soak.results(), file, indent=1)
    if options.svg and soak.samples:
        svg.write(options.svg, soak.samples)
    print(f"{len(soak.failures)} failures" if soak.failures else "memory flat, nothing lost, nothing left over")
    sys.exit(1 if soak.failures else 0)


if __name__ == "__main__":
    main()
