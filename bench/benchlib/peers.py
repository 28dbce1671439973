"""The servers: how each is found, installed and started."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent
SERVERS = BENCH / "servers"
INSTALL_SECONDS = 300
CERTIFICATE = BENCH.parent / "tests/tls/certificates/server"

# What not every server can do, and how it is asked for in its environment.
FEATURES = {
    "tls": {"BENCH_TLS": str(CERTIFICATE)},
    "deflate": {"BENCH_DEFLATE": "1"},
    "streams": {"BENCH_STREAMS": "1"},
    "polls": {},
    "busyPoll": {"BENCH_BUSY_POLL": "200"},
}

# Rows whose server has other names and ways than the load expects.
NCHAN_ROWS = ("fanout", "fanout-1k", "fanout-16", "fanout-10000", "streams", "polls", "idle-chat")
NCHAN_PROGRAMS = ("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/local/nginx/sbin/nginx")
NCHAN_MODULES = ("/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", "/usr/local/nginx/modules")
NCHAN_LOAD = {
    "fanout": ["--publish", "/publish", "--receipts"],
    "streams": ["--receipts"],
    "polls": ["--receipts", "--validators"],
}

LONG_WARMUP = 0.5
SHORT_WARMUP = 0.2  # without a JIT

# The same for every PHP server: JIT on, deprecations of old packages off.
PHP_FLAGS = [
    "-d", "opcache.enable_cli=1", "-d", "opcache.jit=tracing", "-d", "opcache.jit_buffer_size=64M",
    "-d", "memory_limit=4G", "-d", "error_reporting=24575", "-d", "display_errors=stderr",
]


class NotFound(Exception):
    """Why a server cannot take part."""


@dataclass
class Peer:
    """A server that was found. The port is appended to its command."""

    name: str
    version: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    features: tuple[str, ...] = ()  # of FEATURES
    rows: tuple[str, ...] = ()  # that it does; empty: all for which it has the features
    load: dict[str, list[str]] = field(default_factory=dict)  # more arguments of it, by mode
    feed_port: int = 0  # how far from the port its streams are
    warmup: float = LONG_WARMUP  # seconds


@dataclass
class Setup:
    """What the command line and the environment say about where things are."""

    work: Path
    binaries: Path
    php: str
    module: Path
    install: bool

    def php_command(self, *flags: str) -> list[str]:
        return [self.php, *PHP_FLAGS, *flags]

    def php_says(self, code: str, *flags: str) -> str:
        """What a line of PHP prints; NotFound with PHP's own words when it fails."""
        if shutil.which(self.php) is None:
            raise NotFound(f"no {self.php}")
        done = run([self.php, *flags, "-r", code])
        if done.returncode != 0 or "Unable to load" in done.stdout + done.stderr:
            raise NotFound(last_line(done.stderr + done.stdout))
        return done.stdout.strip()


def run(command: list[str], seconds: float = 30, **more) -> subprocess.CompletedProcess:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=seconds,
                              check=False, **more)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", f"no end after {seconds:.0f} s")


def build(binaries: Path) -> None:
    """Ends the program when there is no load generator."""
    done = subprocess.run(["make", "-s", "-C", str(BENCH), f"BUILD={binaries}"], check=False)
    if done.returncode != 0:
        raise SystemExit("bench: the load generator and the ceiling could not be built")


def last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "it failed without a word"


def _override(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(value).resolve() if value else None


def _npm_directory(setup: Setup, package: str, variable: str) -> Path:
    directory = _override(variable) or setup.work / "npm"
    modules = directory / "node_modules"
    if (modules / package / "package.json").exists():
        return modules
    if not setup.install or _override(variable):
        raise NotFound(f"no {package} in {modules}")
    if shutil.which("npm") is None:
        raise NotFound("no npm")
    directory.mkdir(parents=True, exist_ok=True)
    done = run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix",
                str(directory), package], INSTALL_SECONDS)
    if done.returncode != 0:
        raise NotFound("npm: " + last_line(done.stderr + done.stdout))
    return modules


def _composer_directory(setup: Setup, package: str, variable: str) -> Path:
    directory = _override(variable) or setup.work / package.replace("/", "-")
    if (directory / "vendor" / package / "composer.json").exists():
        return directory
    if not setup.install or _override(variable):
        raise NotFound(f"no {package} in {directory}/vendor")
    if shutil.which("composer") is None:
        raise NotFound("no composer")
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "composer.json").write_text("{}\n", encoding="utf-8")
    done = run(["composer", "require", "--no-interaction", "--no-progress", package],
               INSTALL_SECONDS, cwd=directory,
               env={**os.environ, "COMPOSER_ALLOW_SUPERUSER": "1"})
    if done.returncode != 0:
        raise NotFound("composer finds no such package" if "matching version" in done.stderr
                       else "composer: " + last_line(done.stderr))
    return directory


def _composer_version(directory: Path, package: str) -> str:
    text = (directory / "vendor/composer/installed.json").read_text(encoding="utf-8")
    for installed in json.loads(text)["packages"]:
        if installed["name"] == package:
            return str(installed["version"])
    return "unknown version"


def _event_flags(setup: Setup) -> list[str]:
    """ext-event makes the loops of Workerman and Ratchet fast: taken when it can be had."""
    path = os.environ.get("RTCOMM_BENCH_EVENT")
    if not path:
        return []
    flags = ["-d", f"extension={Path(path).resolve()}"]
    setup.php_says("new EventBase;", *flags)
    return flags


def ceiling(setup: Setup) -> Peer:
    return Peer("ceiling", "raw epoll, C", [str(setup.binaries / "ceiling")],
                features=("tls", "deflate", "streams"), warmup=SHORT_WARMUP)


def _rtcomm(setup: Setup, name: str, script: str, *flags: str) -> Peer:
    if not setup.module.exists():
        raise NotFound(f"no {setup.module}; build the extension or give --module")
    load = ["-d", f"extension={setup.module}", *flags]
    version = setup.php_says("echo phpversion('rtcomm');", *load)
    return Peer(name, version, [*setup.php_command(*load), str(SERVERS / script)])


# A module can be built without either, or be older: then these throw, or give null.
RTCOMM_FEATURES = f"""
try {{ new RtComm\\Server(null, ['busyPoll' => 50]); echo 'busyPoll '; }} catch (Throwable) {{}}
try {{
    class_exists('RtComm\\Tls') && new RtComm\\Tls('{CERTIFICATE}.pem', '{CERTIFICATE}.key') && print('tls ');
}} catch (RtComm\\ListenException $fault) {{ throw $fault; }} catch (RtComm\\RuntimeException) {{}}
if (class_exists('RtComm\\WebSocket\\Deflate')
    && RtComm\\WebSocket\\Deflate::negotiate('permessage-deflate') !== null) {{ echo 'deflate '; }}
if (method_exists('RtComm\\Server', 'feed')) {{ echo 'streams polls'; }}
"""


def rtcomm(setup: Setup) -> Peer:
    peer = _rtcomm(setup, "rtcomm", "rtcomm.php")
    built = setup.php_says(RTCOMM_FEATURES, "-d", f"extension={setup.module}").split()
    peer.features = tuple(built)
    return peer


def rtcomm_handler(setup: Setup) -> Peer:
    return _rtcomm(setup, "rtcomm-handler", "rtcomm-handler.php")


def rtcomm_ratchet(setup: Setup) -> Peer:
    return _rtcomm(setup, "rtcomm-ratchet", "ratchet.php", "-d", "rtcomm.ratchet=1")


def uws(setup: Setup) -> Peer:
    path = _override("RTCOMM_BENCH_UWS")
    if path is None or not os.access(path, os.X_OK):
        raise NotFound("RTCOMM_BENCH_UWS names no program")
    done = run([str(path), "--features"], 5)
    features = tuple(done.stdout.split()) if done.returncode == 0 else ()
    return Peer("uws", "uWebSockets", [str(path)], features=features, warmup=SHORT_WARMUP)


def swoole(setup: Setup) -> Peer:
    path = _override("RTCOMM_BENCH_SWOOLE")
    flags = ["-d", f"extension={path}"] if path else []
    version = setup.php_says("echo phpversion('swoole');", *flags)
    if not version:
        raise NotFound("not loaded, and RTCOMM_BENCH_SWOOLE is not set")
    tls = setup.php_says("echo defined('SWOOLE_SSL') ? 'tls' : '';", *flags)
    return Peer("swoole", version, [*setup.php_command(*flags), str(SERVERS / "swoole.php")],
                features=("streams", "deflate", *tls.split()))


def _composer_peer(setup: Setup, name: str, package: str) -> Peer:
    directory = _composer_directory(setup, package, f"RTCOMM_BENCH_{name.upper()}")
    prepend = ["-d", f"auto_prepend_file={directory / 'vendor/autoload.php'}"]
    return Peer(name, _composer_version(directory, package),
                [*setup.php_command(*_event_flags(setup), *prepend), str(SERVERS / f"{name}.php")])


def workerman(setup: Setup) -> Peer:
    peer = _composer_peer(setup, "workerman", "workerman/workerman")
    peer.features = ("tls", "streams")
    peer.feed_port = 1
    return peer


def ratchet(setup: Setup) -> Peer:
    return _composer_peer(setup, "ratchet", "cboden/ratchet")


def ws(setup: Setup) -> Peer:
    if shutil.which("node") is None:
        raise NotFound("no node")
    modules = _npm_directory(setup, "ws", "RTCOMM_BENCH_WS")
    version = json.loads((modules / "ws/package.json").read_text(encoding="utf-8"))["version"]
    node = run(["node", "--version"], 5).stdout.strip()
    return Peer("ws", f"{version}, node {node}", ["node", str(SERVERS / "ws.js")], {"NODE_PATH": str(modules)},
                ("tls", "deflate", "streams"))


def nchan(setup: Setup) -> Peer:
    del setup
    program = shutil.which("nginx") or next(filter(os.path.exists, NCHAN_PROGRAMS), None)
    if program is None:
        raise NotFound("no nginx")
    paths = [Path(directory) / "ngx_nchan_module.so" for directory in NCHAN_MODULES]
    module = _override("RTCOMM_BENCH_NCHAN") or next(filter(Path.exists, paths), None)
    if module is None or not module.exists():
        raise NotFound("no module ngx_nchan_module.so")
    with tempfile.TemporaryDirectory(prefix="rtcomm-bench-") as directory:
        (Path(directory) / "try.conf").write_text(
            f"load_module {module};\npid try.pid;\nevents {{ }}\n", encoding="utf-8")
        done = run([program, "-t", "-q", "-p", directory, "-c", "try.conf", "-e", "try.log"])
    if done.returncode != 0:
        raise NotFound(last_line(done.stderr))
    words = run([program, "-v"]).stderr.strip().rpartition("/")[2]
    return Peer("nchan", f"nchan's module in nginx {words}",
                [str(SERVERS / "nchan"), program, str(module)], features=("streams", "polls"),
                rows=NCHAN_ROWS, load=NCHAN_LOAD, warmup=SHORT_WARMUP)


# In the order of the table's columns.
FINDERS = {
    "ceiling": ceiling,
    "rtcomm": rtcomm,
    "rtcomm-handler": rtcomm_handler,
    "rtcomm-ratchet": rtcomm_ratchet,
    "uws": uws,
    "swoole": swoole,
    "workerman": workerman,
    "ratchet": ratchet,
    "ws": ws,
    "nchan": nchan,
}


def find_all(setup: Setup, names: list[str]) -> tuple[list[Peer], dict[str, str]]:
    """The servers among names that can run, and why the others cannot."""
    found: list[Peer] = []
    missing: dict[str, str] = {}
    for name in names:
        try:
            found.append(FINDERS[name](setup))
        except NotFound as reason:
            missing[name] = str(reason)
    return found, missing
