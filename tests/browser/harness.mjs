// What every browser test needs: the built site on a free port, with or without the isolation headers, a Chromium, and
// a page of it that is ready. The site is build/site, or what THREADBOOK_SITE names.

import {createServer} from 'node:http';
import {existsSync, readdirSync} from 'node:fs';
import {mkdir, readFile} from 'node:fs/promises';
import {dirname, extname, join, normalize, resolve} from 'node:path';
import {after} from 'node:test';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

/**
 * Named where they are declared, so that the linter knows what is a promise there.
 * @typedef {import('playwright-core').Browser} Browser
 * @typedef {import('playwright-core').Page & {problems?: string[]}} Page
 */

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const site = process.env.THREADBOOK_SITE ?? join(root, 'build/site');
export const screenshots = process.env.THREADBOOK_SCREENSHOTS ?? join(root, 'build/screenshots');

export const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.otf': 'font/otf', '.ttf': 'font/ttf', '.txt': 'text/plain',
  '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.png': 'image/png',
};

// The site's files are called after their content (web/setup/publish.py): what a name is without that.
const hash = /\.[0-9a-f]{8}(?=\.\w+$)/;
export const plainName = (path) => path.replace(hash, '');

/**
 * Serves the site. `headers: false` is a host that cannot send them; `folder` is where on the host the site lies ('/book/');
 * `replace` has other contents for some paths below it, null for none at all; those in `held` are never answered. `requests`
 * collects the paths below it that were asked for. Paths are named as in web/, without what the build adds to them, and
 * files can be asked for so too.
 */
export async function serve({headers = true, folder = '/', replace = {}, held = []} = {}) {
  if (!existsSync(join(site, 'index.html'))) throw new Error(`No site in ${site}: build it with web/serve --build-only`);
  const real = new Map(readdirSync(site, {recursive: true}).map((name) => [plainName('/' + name), '/' + name]));
  const requests = [];
  const answer = async (request, response) => {
    const whole = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const asked = whole.startsWith(folder) ? whole.slice(folder.length - 1) : null;
    if (asked === null) {
      response.writeHead(404).end('outside the folder');
      return;
    }
    const path = plainName(asked);
    requests.push(path);
    if (held.includes(path)) return;
    // A name of another content is the file of another version, which this host does not have.
    const name = asked === path ? real.get(path) ?? path : asked;
    const file = join(site, normalize(name.endsWith('/') ? name + 'index.html' : name));
    try {
      if (!file.startsWith(site)) throw new Error('outside');
      if (replace[path] === null) throw new Error('left out');
      const body = path in replace ? Buffer.from(replace[path]) : await readFile(file);
      const all = {'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Length': body.length, 'Cache-Control': hash.test(asked) ? 'max-age=31536000, immutable' : 'no-cache'};
      if (headers) {
        all['Cross-Origin-Opener-Policy'] = 'same-origin';
        all['Cross-Origin-Embedder-Policy'] = 'require-corp';
      }
      response.writeHead(200, all).end(body);
    } catch {
      response.writeHead(404).end('not found');
    }
  };
  const server = createServer((request, response) => { void answer(request, response); });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  server.unref();  // a test that fails before it closes the server ends all the same
  return {
    url: `http://localhost:${server.address().port}${folder}`,
    requests,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}

const executables = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function launch() {
  const executablePath = executables.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('No Chromium found: install it, or set CHROMIUM to its path');
  const rooted = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath,
    args: [...rooted, '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  });
}

/** The site on a host and a Chromium, for the tests of one file: closed when the last of them has run. */
export async function setUp() {
  const server = await serve();
  const browser = await launch();
  after(async () => {
    await browser.close();
    await server.close();
  });
  return {server, browser};
}

/**
 * A page of the site that is ready. What it prints to its console as an error is kept in `page.problems`.
 * @param {Browser} browser
 * @returns {Promise<Page>}
 */
export async function openPage(browser, url, {anchor = '', wait = true, before, ...options} = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, ...options});
  const page = await context.newPage();
  page.problems = [];
  page.on('console', (message) => { if (message.type() === 'error') page.problems.push(message.text()); });
  page.on('pageerror', (error) => page.problems.push(String(error.stack ?? error)));
  if (before) await page.addInitScript(before);
  await page.goto(url + anchor);
  if (wait) await ready(page);
  return page;
}

/**
 * Waits until what a function of the page answers, or promises, is true. (waitForFunction() takes a promise for true.)
 * @param {Page} page
 * @param {string | (() => Promise<boolean>)} predicate
 */
export async function until(page, predicate, patience = 60_000) {
  const end = Date.now() + patience;
  while (!await page.evaluate(predicate)) {
    if (Date.now() > end) throw new Error(`not within ${patience} ms: ${predicate}`);
    await page.waitForTimeout(50);
  }
}

/** @param {Page} page */
export async function ready(page) {
  await page.waitForFunction(() => window.threadbook && document.documentElement.dataset.state === 'canvas', null, {timeout: 60_000});
  await page.evaluate(() => threadbook.ready);
}

/**
 * The parts of an example's card, by its title.
 * @param {Page} page
 */
export function card(page, title) {
  return {
    editor: page.getByRole('textbox', {name: `Program: ${title}.`}),
    run: page.getByRole('button', {name: `Run: ${title}`, exact: true}),
    stop: page.getByRole('button', {name: `Stop: ${title}`, exact: true}),
    reset: page.getByRole('button', {name: `Reset: ${title}`, exact: true}),
    output: page.getByRole('region', {name: `Output of: ${title}`, exact: true}),
  };
}

/** Two threads, each of which reads a counter and writes one more: it comes to 2 or to 1. */
export const counterProgram = `import threading
counter = 0
def add_one():
    global counter
    seen = counter
    counter = seen + 1
a = threading.Thread(target=add_one)
b = threading.Thread(target=add_one)
a.start(); b.start()
a.join(); b.join()
print(counter)
`;

/**
 * Does `act`, which starts a card's program or stops it, and waits until the page says that the program has ended; answers
 * what the output holds then. A program may be over before anybody could see it run, so what the page says is the mark.
 * @param {Page} page
 */
export async function untilEnd(page, part, act, timeout = 60_000) {
  await page.evaluate(() => { document.getElementById('spoken').textContent = ''; });
  await act();
  await page.waitForFunction(() => /has finished|has ended|Stopped/.test(document.getElementById('spoken').textContent), null, {timeout});
  return part.output.textContent();
}

/** @param {Page} page */
export async function screenshot(page, name) {
  // A picture is taken of a place on the page: while that scrolls, it would show the wrong one.
  await until(page, () => new Promise((done) => {
    const y = scrollY;
    setTimeout(() => done(scrollY === y), 200);
  }));
  await mkdir(screenshots, {recursive: true});
  const path = join(screenshots, `${name}.png`);
  await page.screenshot({path});
  return path;
}
