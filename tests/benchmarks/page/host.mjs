// A host as the page and what it is compared with are measured on: everything brotli-compressed as well as it goes, on a line
// as fast as the machine or of a given slowness, and a record of what was asked for and when it came.
//
// The line is slowed down here and not by the browser, whose emulation leaves out workers and service workers. What is under
// way shares it evenly; the latency stands before the first byte of each answer. The protocol is HTTP/1.1,
// and copies may be used for ten minutes, as on most hosts of static files.

import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants} from 'node:zlib';
import {root, types} from '../../browser/harness.mjs';

const compress = promisify(brotliCompress);
const kept = join(root, 'build/compressed');  // by content: compressing Pyodide takes half a minute

/** `body` as a host would have it ready, or null where that is no smaller. */
async function compressed(body) {
  const file = join(kept, `${createHash('sha256').update(body).digest('hex')}.br`);
  if (!existsSync(file)) {
    await mkdir(kept, {recursive: true});
    await writeFile(file, await compress(body, {params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    }}));
  }
  const packed = await readFile(file);
  return packed.length < body.length ? packed : null;
}

/** A line that sends so many bytes a second, evenly to all who receive. */
class SlowLine {
  #receivers = [];
  #timer = null;

  constructor(bytesPerSecond) { this.bytesPerSecond = bytesPerSecond; }

  /** Settles when all of `body` is sent, or nobody listens any more. */
  send(response, body) {
    return new Promise((done) => {
      this.#receivers.push({response, body, sent: 0, done});
      this.#timer ??= this.#start();
    });
  }

  #start() {
    let last = performance.now(), credit = 0;
    return setInterval(() => {
      const now = performance.now();
      credit += (now - last) / 1000 * this.bytesPerSecond;
      last = now;
      for (const packet = 1000; credit >= packet && this.#receivers.length; credit -= packet) {
        const next = this.#receivers.shift();
        next.response.write(next.body.subarray(next.sent, next.sent + packet));
        next.sent += packet;
        if (next.sent < next.body.length && !next.response.destroyed) this.#receivers.push(next);
        else next.done();
      }
      if (!this.#receivers.length) {
        clearInterval(this.#timer);
        this.#timer = null;
      }
    }, 5);
  }
}

/**
 * Serves the folders: `{'/': folder, '/pyodide/': folder}`; `files` has contents for single paths. `line` is {kilobits,
 * latency in ms}, or null for one that is as fast as the machine.
 *
 * `requests` has for each answer {path, status, begin, first, end, bytes, whole}: when it was asked for, when its first and its
 * last byte were sent, in ms since 1970; its bytes on the line and unpacked.
 */
export async function serveMeasured(folders, {files = {}, line = null} = {}) {
  const requests = [];
  const slow = line && new SlowLine(line.kilobits * 1000 / 8);

  const find = async (path) => {
    if (path in files) return {body: Buffer.from(files[path])};
    const prefix = Object.keys(folders).filter((at) => path.startsWith(at)).sort((a, b) => b.length - a.length)[0];
    const file = join(folders[prefix], normalize('/' + path.slice(prefix.length)));
    return {body: await readFile(file), packed: existsSync(`${file}.br`) ? await readFile(`${file}.br`) : undefined};
  };
  const answer = async (request, response) => {
    const now = () => performance.timeOrigin + performance.now();
    let path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (path.endsWith('/')) path += 'index.html';
    const entry = {path, status: 200, begin: now(), first: 0, end: 0, bytes: 0, whole: 0};
    requests.push(entry);
    let found = null;
    try {
      found = await find(path);
    } catch {
      entry.status = 404;
    }
    if (line) await new Promise((done) => setTimeout(done, line.latency));
    entry.first = now();
    if (!found) {
      response.writeHead(404).end();
    } else {
      const takes = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
      const packed = takes ? found.packed ?? await compressed(found.body) : null;
      const body = packed ?? found.body;
      Object.assign(entry, {bytes: body.length, whole: found.body.length, first: now()});
      response.writeHead(200, {
        'Content-Type': types[extname(path)] ?? 'application/octet-stream', 'Content-Length': body.length, 'Cache-Control': 'max-age=600',
        'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp',
        ...(packed ? {'Content-Encoding': 'br'} : {}),
      });
      if (slow) await slow.send(response, body);
      response.end(slow ? undefined : body);
    }
    entry.end = now();
  };

  const server = createServer((request, response) => { void answer(request, response); });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://localhost:${server.address().port}/`,
    requests,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}
