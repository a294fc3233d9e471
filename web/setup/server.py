"""Serves a folder on this machine as the page needs it.

    server.py FOLDER --port N [--no-headers] [--any-port]

Threads share memory in a page only if the page is isolated from other origins, which two headers
say. --no-headers leaves them out, as most static hosts do: the page's service worker must then
add them. Where a compressed copy lies beside a file (publish.py), a browser that takes it gets it. What is called
after its content may be kept for ever; of all else an answer says "ask again before using your copy", so that a
rebuilt page is seen at once, and an unchanged one costs a header.
"""

import argparse
import functools
import http.server
import os
import re
import sys


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".otf": "font/otf",
        ".ttf": "font/ttf",
        ".webmanifest": "application/manifest+json",
    }
    protocol_version = "HTTP/1.1"
    isolated = True
    encoding = None  # of the answer: what its file is called after

    def send_head(self):
        self.encoding = None
        path, _, query = self.path.partition("?")
        file = self.translate_path(path)
        if os.path.isdir(file) and path.endswith("/"):
            path, file = path + "index.html", os.path.join(file, "index.html")
        accepted = {part.partition(";")[0].strip() for part in self.headers.get("Accept-Encoding", "").split(",")}
        for encoding, ending in (("br", ".br"), ("gzip", ".gz")):
            if encoding in accepted and os.path.isfile(file + ending):
                self.encoding, path = encoding, path + ending
                break
        self.path = path + (f"?{query}" if query else "")
        return super().send_head()

    def guess_type(self, path):
        path = os.fspath(path)
        if self.encoding:
            path = path.removesuffix(".br" if self.encoding == "br" else ".gz")
        return super().guess_type(path)

    def send_error(self, code, message=None, explain=None):
        page = os.path.join(self.directory, "404.html")
        if code != 404 or not os.path.isfile(page):
            return super().send_error(code, message, explain)
        with open(page, "rb") as file:
            body = file.read()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self):
        if self.encoding:
            self.send_header("Content-Encoding", self.encoding)
        self.send_header("Vary", "Accept-Encoding")
        if self.isolated:
            self.send_header("Cross-Origin-Opener-Policy", "same-origin")
            self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
            self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        hashed = re.search(r"\.[0-9a-f]{8}\.[a-z0-9]+(\.br|\.gz)?$", self.path.partition("?")[0])
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if hashed else "no-cache")
        super().end_headers()

    def log_request(self, code="-", size="-"):
        # Only what went wrong is worth a line.
        if not str(getattr(code, "value", code)).startswith(("2", "3")):
            super().log_request(code, size)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--any-port", action="store_true", help="try the next ports if this one is taken")
    parser.add_argument("--no-headers", action="store_true")
    options = parser.parse_args()

    Handler.isolated = not options.no_headers
    http.server.ThreadingHTTPServer.daemon_threads = True
    handler = functools.partial(Handler, directory=options.folder)
    last = options.port + (20 if options.any_port else 0)
    for port in range(options.port, last + 1):
        try:
            server = http.server.ThreadingHTTPServer(("localhost", port), handler)
            break
        except OSError as error:
            if port == last:
                sys.exit(f"Port {options.port} cannot be used: {error.strerror}. Choose another with --port N.")
    print(f"Threadbook: http://localhost:{server.server_port}/", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
