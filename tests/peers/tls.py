"""openssl s_client, curl and Python's websockets at a server with TLS. See run-tls."""

import asyncio
import os
import re
import select
import ssl
import subprocess

import websockets

from peers import ROOT, Server, check, php, run

CERTIFICATES = f"{ROOT}/tests/tls/certificates"
AUTHORITY = f"{CERTIFICATES}/ca.pem"
REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
REFUSED = r"handshake failure|no protocols available|protocol version|no ciphers available|alert number"


def client(port, *options, say="", seconds=60):
    """What openssl s_client prints; it ends with its input, or with the server."""
    name = [] if "-noservername" in options else ["-servername", "localhost"]
    command = ["openssl", "s_client", "-connect", f"127.0.0.1:{port}", "-CAfile", AUTHORITY, *name, *options]
    done = subprocess.run(command, input=say.encode(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds,
                          check=False)
    return done.stdout.decode(errors="replace")


def expect(name, text, pattern):
    check(name, re.search(pattern, text) is not None, text[-600:])


def versions(port):
    for version in ("1_2", "1_3"):
        text = client(port, f"-tls{version}", "-ign_eof", say=REQUEST)
        expect(f"TLS {version}", text, rf"TLSv{version.replace('_', '.')}")
        expect(f"TLS {version}: the certificate is good", text, r"Verify return code: 0 \(ok\)")
        expect(f"TLS {version}: a request is answered", text, r"HTTP/1\.1 200 OK")
        expect(f"TLS {version}: and the server says goodbye", text, r"closed")
    for version in ("1", "1_1"):
        text = client(port, f"-tls{version}", "-cipher", "ALL:@SECLEVEL=0")
        expect(f"TLS {version} is refused", text, REFUSED)
    expect("compression is off", client(port, "-tls1_2", "-comp"), r"Compression: NONE")


def ciphers(port):
    for name in ("AES128-SHA", "AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES128-SHA256", "NULL", "aNULL",
                 "DES-CBC3-SHA", "PSK"):
        expect(f"{name} is refused", client(port, "-tls1_2", "-cipher", f"{name}:@SECLEVEL=0"), REFUSED + "|no cipher match")
    for name in ("ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305"):
        expect(f"{name} is spoken", client(port, "-tls1_2", "-cipher", name), rf"Cipher +(?:is|:) {name}")


def names(port):
    for name, subject in (("localhost", "localhost"), ("chat.example", "chat.example"), ("CHAT.EXAMPLE", "chat.example"),
                          ("other.example", "localhost")):
        expect(f"the certificate for {name}", client(port, "-servername", name), rf"subject=CN ?= ?{subject}")
    expect("and for a client that asks for nobody", client(port, "-noservername"), r"subject=CN ?= ?localhost")
    expect("ALPN http/1.1", client(port, "-alpn", "h2,http/1.1"), r"ALPN protocol: http/1\.1")
    expect("ALPN of others", client(port, "-alpn", "h2"), r"no application protocol|alert number 120")


def sessions(port):
    text = client(port, "-tls1_2", "-reconnect")
    check("TLS 1.2: five sessions are resumed", len(re.findall(r"^Reused, TLS", text, re.MULTILINE)) == 5, text[-600:])
    file = os.path.join(os.environ["PEERS_WORK"], f"session-{os.getpid()}")
    try:
        client(port, "-tls1_3", "-ign_eof", "-sess_out", file, say=REQUEST)
        text = client(port, "-tls1_3", "-ign_eof", "-sess_in", file, say=REQUEST)
        expect("TLS 1.3: a session is resumed", text, r"Reused, TLSv1\.3")
        expect("TLS 1.3: and serves", text, r"HTTP/1\.1 200 OK")
    finally:
        if os.path.exists(file):
            os.unlink(file)
    text = client(port, "-tls1_2", say="R\n" + REQUEST)
    expect("renegotiation is refused", text, r"RENEGOTIATING[\s\S]*(no renegotiation|alert|error)")
    text = client(port, "-tls1_3", "-early_data", "/dev/null")
    expect("early data is not taken", text, r"Early data was (not sent|rejected)|No early data")


def key_update(port):
    command = ["openssl", "s_client", "-connect", f"127.0.0.1:{port}", "-CAfile", AUTHORITY, "-servername", "localhost",
               "-tls1_3"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        output = b""
        try:
            for word, answer in ((b"K\n", b"KEYUPDATE"), (b"K\n", b"KEYUPDATE"), (REQUEST.encode(), b"HTTP/1.1 200 OK")):
                begin = len(output)
                process.stdin.write(word)
                process.stdin.flush()
                while answer not in output[begin:]:
                    ready, _, _ = select.select([process.stdout], [], [], 10)
                    data = os.read(process.stdout.fileno(), 65536) if ready else b""
                    if data == b"":
                        break
                    output += data
        finally:
            process.kill()
    expect("keys are updated, and the connection goes on", output.decode(errors="replace"), r"KEYUPDATE[\s\S]*200 OK")


def strict(port):
    identity = ["-cert", f"{CERTIFICATES}/client.pem", "-key", f"{CERTIFICATES}/client.key"]
    for version in ("-tls1_2", "-tls1_3"):
        text = client(port, version, *identity, "-ign_eof", say=REQUEST)
        expect(f"{version}: a client with its certificate is known", text, r"https://localhost/ known")
        text = client(port, version, "-ign_eof", say=REQUEST)
        expect(f"{version}: without it, it is refused", text, r"certificate required|handshake failure")
        text = client(port, version, "-cert", f"{CERTIFICATES}/foreign-client.pem", "-key",
                      f"{CERTIFICATES}/foreign-client.key", "-ign_eof", say=REQUEST)
        expect(f"{version}: and with another authority's", text, r"unknown ca|alert")


def curl(port):
    def fetch(*options):
        command = ["curl", "-sS", "--max-time", "20", "--cacert", AUTHORITY, *options]
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False).stdout

    base = f"https://localhost:{port}"
    resolve = ["--resolve", f"localhost:{port}:127.0.0.1"]
    check("curl: a request", fetch(*resolve, f"{base}/") == f"{base}/".encode())
    large = fetch(*resolve, f"{base}/large")
    check("curl: four mebibytes", large == b"0123456789abcdef" * (1 << 18), len(large))
    twice = fetch(*resolve, "-w", "%{num_connects} ", "-o", "/dev/null", "-o", "/dev/null", f"{base}/", f"{base}/")
    check("curl: two requests on one connection", twice == b"1 0 ", twice)
    stream = fetch(*resolve, "-N", "--max-time", "6", "-H", "Accept: text/event-stream", f"{base}/stream")
    check("curl: an event stream", b"hello by event-stream" in stream, stream)
    poll = fetch(*resolve, f"{base}/stream")
    check("curl: a long poll", b"hello by long-poll" in poll, poll)
    plain = subprocess.run(["curl", "-sS", "--max-time", "10", f"http://127.0.0.1:{port}/"], stdout=subprocess.PIPE,
                           stderr=subprocess.STDOUT, timeout=20, check=False)
    check("curl: plain HTTP gets no answer", plain.returncode in (52, 56), plain)


async def echo(port):
    context = ssl.create_default_context(cafile=AUTHORITY)
    async with websockets.connect(f"wss://localhost:{port}/echo", ssl=context, max_size=None, compression=None,
                                  host="127.0.0.1") as link:
        for size in (0, 1, 125, 16383, 16384, 16385, 65536, 1048576):
            data = os.urandom(size)
            await link.send(data)
            got = await asyncio.wait_for(link.recv(), 20)
            check(f"websockets: {size} bytes", got == data, len(got))
        many = [f"message {number}" for number in range(2000)]
        for message in many:
            await link.send(message)
        got = [await asyncio.wait_for(link.recv(), 20) for _ in many]
        check("websockets: 2000 messages", got == many)
    check("websockets: the close is echoed", link.close_code == 1000, link.close_code)


def main():
    pattern = r"wss://127\.0\.0\.1:(\d+)/ wss://127\.0\.0\.1:(\d+)/"
    with Server(php(f"{ROOT}/tests/peers/apps/tls.php"), pattern) as server:
        port, strict_port = server.match[1], server.match[2]
        versions(port)
        ciphers(port)
        names(port)
        sessions(port)
        key_update(port)
        strict(strict_port)
        curl(port)
        asyncio.run(echo(port))
        expect("plain HTTP is logged as such", server.output(), r"the client speaks plain HTTP")
        check("the server stops when it is told to", server.stop())
        check("nothing was said of an error", "rror" not in re.sub("info: .*", "", server.output()), server.output()[-600:])


run(main)
