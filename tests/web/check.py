#!/usr/bin/env python3
"""Asks whether web/check says what a host lacks: serves a small site in many ways, right and wrong, and compares.

    tests/web/check.py

Prints what it should have said and did not; the status is 0 if nothing is wrong.
"""

import http.server
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

CHECK = Path(__file__).resolve().parents[2] / "web/check"

FILES = {
    "index.html": '<link rel="preload" href="app.12345678.wasm"><script src="boot.12345678.js"></script>',
    "app.12345678.wasm": "program " * 100,
    "boot.12345678.js": "export const style = './page.12345678.css';",
    "page.12345678.css": "body { margin: 0 }",
    "service-worker.js": "// nothing",
}
RIGHT = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cache-Control": "public, max-age=31536000",
}
TYPES = {".html": "text/html; charset=utf-8", ".wasm": "application/wasm", ".js": "text/javascript", ".css": "text/css"}


def make_site(folder: Path, without: str = "") -> None:
    for name, text in FILES.items():
        if name != without:
            (folder / name).write_text(text, "utf-8")


def serve(folder: Path, headers: dict[str, str], types: dict[str, str]) -> http.server.ThreadingHTTPServer:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            path = folder / (self.path.strip("/") or "index.html")
            if not path.is_file():
                self.send_error(404)
                return
            body = path.read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", types[path.suffix])
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def check(what: str) -> tuple[int, str]:
    done = subprocess.run([sys.executable, CHECK, what], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


faults = []


def expect(title: str, answer: tuple[int, str], status: int, *says: str) -> None:
    given, text = answer
    if given != status:
        faults.append(f"{title}: ends with {given}, not {status}\n{text}")
    faults.extend(f"{title}: does not say \u201c{part}\u201d\n{text}" for part in says if part not in text)


def on_host(headers: dict[str, str], types: dict[str, str] = TYPES, without: str = "") -> tuple[int, str]:
    with tempfile.TemporaryDirectory() as name:
        make_site(Path(name), without)
        server = serve(Path(name), headers, types)
        try:
            return check(f"http://127.0.0.1:{server.server_port}/")
        finally:
            server.shutdown()


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        make_site(Path(name))
        expect("a whole folder", check(name), 0, "every file that a page", "no compressed copy")
        (Path(name) / "page.12345678.css").unlink()
        expect("a folder without its style", check(name), 1, "boot.12345678.js names page.12345678.css, which is not there")
        (Path(name) / "index.html").unlink()
        expect("a folder without pages", check(name), 1, "has no index.html")
    expect("a host as it should be", on_host(RIGHT), 0, "Cross-Origin-Opener-Policy: same-origin", "not compressed",
           "Nothing is lacking.")
    expect("a host without headers", on_host({}), 0, "note   Cross-Origin-Embedder-Policy: not sent", "web/check --hosts",
           "may not be kept for long")
    expect("a host that knows no modules", on_host(RIGHT, {**TYPES, ".js": "text/plain"}), 1,
           "lacks  boot.12345678.js is sent as text/plain")
    expect("a host that knows no programs", on_host(RIGHT, {**TYPES, ".wasm": "application/octet-stream"}), 0,
           "note   app.12345678.wasm is sent as application/octet-stream")
    expect("a host that lacks the program", on_host(RIGHT, without="app.12345678.wasm"), 1,
           "lacks  app.12345678.wasm cannot be had")
    expect("no headers, no worker", on_host({}, without="service-worker.js"), 1, "lacks  service-worker.js cannot be had")
    expect("a policy of the host's", on_host({**RIGHT, "Content-Security-Policy": "default-src 'self'"}), 1,
           "forbids WebAssembly")
    expect("nobody there", check("http://127.0.0.1:9/"), 1, "does not answer")
    expect("nonsense", check("no-such-thing"), 2, "neither a folder nor an address")
    expect("the common hosts", check("--hosts"), 0, "GitHub Pages", "nginx", "Netlify", "Apache", "Caddy", "S3")
    print("\n".join(faults) or "web/check says what it should")
    return 1 if faults else 0


sys.exit(main())
