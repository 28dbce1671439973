"""Clients with addresses of their own (127.0.0.x), through nginx and HAProxy. See run-proxies."""

import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time

from peers import ROOT, Raw, Server, check, frame, free_port, php, run, upgrade

SPOOFED = ("X-Forwarded-For: 192.0.2.66", "X-Forwarded-Proto: https", "Forwarded: for=192.0.2.66;proto=https")


def has_ipv6():
    try:
        with socket.socket(socket.AF_INET6) as listener:
            listener.bind(("::1", 0))
        return True
    except OSError:
        return False


def listen(port):
    """nginx listens there on IPv4, and on IPv6 where there is one."""
    return f"listen 127.0.0.1:{port};" + (f" listen [::1]:{port};" if has_ipv6() else "")


class Client(Raw):
    """A client at 127.0.0.HOST, or at ::1."""

    def __init__(self, port, host, tls=False):
        if host == "::1":
            plain = socket.create_connection(("::1", port), 20)
        else:
            plain = socket.create_connection(("127.0.0.1", port), 20, (f"127.0.0.{host}", 0))
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if tls:
            context = ssl.create_default_context()
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
            plain = context.wrap_socket(plain)
        self.socket = plain
        self.host = "example"
        self.timeout = 20.0
        self.buffer = b""
        self.status = None
        self.headers = {}

    def fill(self, until):
        # TLS may hold bytes of which select() does not know.
        if isinstance(self.socket, ssl.SSLSocket) and self.socket.pending() > 0:
            self.buffer += self.socket.recv(1 << 18)
        else:
            super().fill(until)

    def until(self, pattern):
        """What a pattern finds in what arrives."""
        end = time.monotonic() + self.timeout
        while not (match := re.search(pattern, self.buffer)):
            self.fill(end)
        self.buffer = self.buffer[match.end():]
        return match[1].decode()

    def request(self, method, target, *fields, body=""):
        fields = "".join(f"{field}\r\n" for field in ("Host: example", f"Content-Length: {len(body)}", *fields))
        self.send(f"{method} {target} HTTP/1.1\r\n{fields}\r\n{body}".encode())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()


def by_websocket(client, fields):
    client.send(upgrade("example", "/who", extra=fields))
    if client.head() != 101:
        raise RuntimeError(f"the handshake was answered {client.status}")
    text = client.frame()[2].decode()
    client.send(frame(b"hello"))
    return text + ("" if client.frame()[2] == b"hello" else " (and no echo)")


def by_event_stream(client, fields):
    client.request("GET", "/who", "Accept: text/event-stream", *fields)
    token = client.until(rb'"session":"([^"]*)"')
    text = client.until(rb"data: ([0-9][^\n]*)\n")
    port, host = client.socket.getpeername()[1], int(client.socket.getsockname()[0].split(".")[3])
    with Client(port, host, isinstance(client.socket, ssl.SSLSocket)) as other:
        other.request("POST", f"/who?session={token}", "Content-Type: text/plain", body="hello")
        other.until(rb"HTTP/1.1 (204)")
    client.until(rb"data: (hello)\n")
    return text


def by_long_poll(client, fields):
    target, messages = "/who", []
    while not messages:
        client.request("GET", target, *fields)
        if client.head() != 200:
            raise RuntimeError(f"the poll was answered {client.status}")
        answer = json.loads(client.take(int(client.headers["content-length"])))
        target = f"/who?cursor={answer['cursor']}&wait=5"
        messages = answer.get("messages", [])
    return messages[0]["data"]


TRANSPORTS = {"WebSocket": by_websocket, "event stream": by_event_stream, "long poll": by_long_poll}


def every_transport(name, port, expected, tls=False, fields=SPOOFED):
    """Each client is told its own address, port and scheme."""
    for number, (transport, talk) in enumerate(TRANSPORTS.items()):
        for host in (20 + number, 30 + number):
            try:
                with Client(port, host, tls) as client:
                    said = talk(client, fields)
            except Exception as error:  # pylint: disable=broad-except
                said = repr(error)
            wanted = expected.replace("CLIENT", f"127.0.0.{host}")
            check(f"{name}, {transport}", said == wanted, f"{said!r} instead of {wanted!r}")


def over_ipv6(name, port, expected):
    """A client at ::1, where there is one."""
    if not has_ipv6():
        return
    with Client(port, "::1") as client:
        said = by_websocket(client, SPOOFED)
    check(f"{name}, IPv6", said == expected, said)


def shared_connections(name, port, server_port):
    """Polls of many clients in turns, which the proxy sends on the same few connections."""
    def accepted():
        with Client(server_port, 1) as client:
            client.request("GET", "/accepted", "Connection: close")
            return int(client.until(rb"\r\n\r\n([0-9]+)"))

    before = accepted()
    wrong = []
    for turn in range(60):
        host = 40 + turn % 20
        with Client(port, host) as client:
            said = by_long_poll(client, ())
            if said != f"127.0.0.{host} no port http":
                wrong.append(f"{host}: {said}")
    made = accepted() - before
    check(f"{name}: each request has its client's address", wrong == [], wrong)
    check(f"{name}: the proxy used its connections again", made < 30, f"{made} connections for 120 requests")


def refused(name, port, data):
    """What a client says behind the proxy's header is no header."""
    with Client(port, 25) as client:
        client.send(data)
        try:
            status = client.until(rb"HTTP/1.1 ([0-9]+)")
        except Exception as error:  # pylint: disable=broad-except
            status = repr(error)
        check(name, status == "400", status)


def blocks(kind):
    """The fenced blocks of docs/proxies.md."""
    with open(os.path.join(ROOT, "docs/proxies.md"), encoding="utf-8") as file:
        return re.findall(rf"^```{kind}\n(.*?)^```$", file.read(), re.S | re.M)


def put(text, replacements):
    for old, new in replacements.items():
        if old not in text:
            raise RuntimeError(f"docs/proxies.md has no {old!r}")
        text = text.replace(old, new)
    return text


def nginx_config(directory, ports):
    http = put("".join(blocks("nginx")), {
        "listen 80;": listen(ports["nginx"]),
        "listen 81;": listen(ports["nginx forwarded"]),
        "127.0.0.1:8080": f"127.0.0.1:{ports['requests']}",
        "/run/rtcomm.sock": f"{directory}/server.sock",
    })
    stream = put("".join(blocks("nginx-stream")), {
        "listen 82;": listen(ports["nginx stream"]),
        "127.0.0.1:8081": f"127.0.0.1:{ports['connections']}",
    })
    temporary = "".join(f"{kind}_temp_path {directory}/{kind};\n"
                        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return (f"load_module /usr/lib/nginx/modules/ngx_stream_module.so;\nworker_processes 1;\ndaemon off;\n"
            f"pid {directory}/nginx.pid;\nerror_log {directory}/nginx.log warn;\nevents {{ worker_connections 512; }}\n"
            f"http {{\naccess_log off;\n{temporary}{http}}}\nstream {{\n{stream}}}\n")


def haproxy_config(directory, ports):
    chain = (f"frontend chain\n    mode http\n    bind 127.0.0.1:{ports['chain']}\n    option forwardfor\n"
             f"    default_backend nginx\nbackend nginx\n    mode http\n    server nginx 127.0.0.1:{ports['nginx']}\n")
    return put("".join(blocks("haproxy")), {
        "bind :80": f"bind 127.0.0.1:{ports['haproxy']}",
        "bind :443": f"bind 127.0.0.1:{ports['haproxy tls']}",
        "bind :82": f"bind 127.0.0.1:{ports['version 1']}",
        "bind :83": f"bind 127.0.0.1:{ports['version 2']}",
        "bind :84": f"bind 127.0.0.1:{ports['version 2 tls']}",
        "127.0.0.1:8080": f"127.0.0.1:{ports['requests']}",
        "127.0.0.1:8081": f"127.0.0.1:{ports['connections']}",
        "127.0.0.1:8443": f"127.0.0.1:{ports['tls']}",
        "/etc/haproxy/example.pem": os.path.join(directory, "example.pem"),
    }) + chain


def start(directory, name, command, config, port):
    """Starts a proxy in the foreground; it is ready when it accepts."""
    path = os.path.join(directory, f"{name}.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(config)
    with open(os.path.join(directory, f"{name}.out"), "wb") as log:
        process = subprocess.Popen([*command, path], stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process
        except OSError:
            time.sleep(0.05)
    process.kill()
    with open(os.path.join(directory, f"{name}.out"), encoding="utf-8", errors="replace") as log:
        raise RuntimeError(f"{name} did not start: {log.read()}")


def talk_through(ports, with_tls):
    spoof = b"PROXY TCP4 192.0.2.66 127.0.0.1 1 2\r\nGET /who HTTP/1.1\r\nHost: example\r\n\r\n"

    every_transport("straight", ports["requests"], "CLIENT port http")
    every_transport("nginx", ports["nginx"], "CLIENT no port http")
    every_transport("nginx, Forwarded on a unix socket", ports["nginx forwarded"], "CLIENT no port http")
    every_transport("nginx, proxy_protocol", ports["nginx stream"], "CLIENT port http")
    every_transport("HAProxy", ports["haproxy"], "CLIENT no port http")
    every_transport("HAProxy with TLS", ports["haproxy tls"], "CLIENT no port https", True)
    every_transport("HAProxy, version 1", ports["version 1"], "CLIENT port http")
    every_transport("HAProxy, version 2", ports["version 2"], "CLIENT port http")
    every_transport("HAProxy in front of nginx", ports["chain"], "CLIENT no port http")
    if with_tls:
        every_transport("HAProxy, version 2 in front of TLS", ports["version 2 tls"], "CLIENT port https", True)
    over_ipv6("nginx", ports["nginx"], "::1 no port http")
    over_ipv6("nginx, Forwarded on a unix socket", ports["nginx forwarded"], "::1 no port http")
    over_ipv6("nginx, proxy_protocol", ports["nginx stream"], "::1 port http")
    shared_connections("nginx", ports["nginx"], ports["requests"])
    shared_connections("HAProxy", ports["haproxy"], ports["requests"])
    for name in ("nginx stream", "version 1", "version 2"):
        refused(f"{name}: a client's own PROXY header", ports[name], spoof)
    refused("a PROXY header of who is no proxy", ports["connections"], spoof)


def main():
    names = ("requests", "connections", "tls", "nginx", "nginx forwarded", "nginx stream", "haproxy", "haproxy tls",
             "version 1", "version 2", "version 2 tls", "chain")
    ports = {name: free_port() for name in names}
    pem = os.path.join(ROOT, "tests/server.pem")
    directory = tempfile.mkdtemp(prefix="rtcomm-proxies-")
    shutil.copy(pem, os.path.join(directory, "example.pem"))
    server_ports = ",".join(str(ports[name]) for name in ("requests", "connections", "tls"))
    command = php(os.path.join(ROOT, "tests/peers/proxies-server.php"), directory, server_ports, pem)
    proxies = []
    try:
        with Server(command, r"READY( with TLS)?\n") as server:
            os.chmod(directory, 0o755)
            os.path.exists(f"{directory}/server.sock") and os.chmod(f"{directory}/server.sock", 0o777)
            proxies.append(start(directory, "nginx", ["nginx", "-c"], nginx_config(directory, ports), ports["nginx"]))
            proxies.append(start(directory, "haproxy", ["haproxy", "-db", "-f"], haproxy_config(directory, ports),
                                 ports["haproxy"]))
            talk_through(ports, server.match[1] is not None)
            complaints = [line for line in server.output().splitlines() if "PROXY header" in line]
            check("health checks and clients: no PROXY header was bad", complaints == [], complaints[:5])
    finally:
        for proxy in proxies:
            proxy.terminate()
            proxy.wait(60)
        shutil.rmtree(directory, ignore_errors=True)


run(main)
