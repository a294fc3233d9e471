// Hosts that send no headers, browsers that lack something: the page starts all the same, or says why not and shows
// the text. It never loops and never stays blank.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {card, launch, openPage, ready, serve, site, untilEnd} from './harness.mjs';

let /** @type {import('./harness.mjs').Browser} */ browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

const documents = (server, page = '/') => server.requests.filter((path) => path === page).length;

/** What the page says when it cannot run, once it says it. */
async function refusal(page) {
  await page.waitForFunction(() => document.documentElement.dataset.state === 'plain' && !document.getElementById('notice').hidden);
  assert.ok(await page.locator('#book .example').first().isVisible(), 'the text of the book is there');
  assert.equal(await page.locator('#canvas').isVisible(), false);
  const reason = await page.evaluate(() => threadbook.ready.catch((error) => error.message));
  assert.ok(reason.length > 20);
  return page.locator('#notice').textContent();
}

test('a host without headers: one reload, then it runs', async () => {
  const server = await serve({headers: false});
  const page = await openPage(browser, server.url, {anchor: 'methods.html#start', wait: false});
  await page.waitForFunction(() => globalThis.crossOriginIsolated && document.documentElement.dataset.state === 'canvas', null, {timeout: 60_000});
  await ready(page);
  assert.equal(documents(server, '/methods.html'), 2);
  assert.match(await page.evaluate(() => location.pathname + location.hash), /methods.html#start$/);
  assert.equal((await page.evaluate(() => threadbook.run('print(6 * 7)'))).stdout, '42\n');
  await page.waitForFunction(() => document.documentElement.dataset.kept === '');
  const before = documents(server, '/methods.html');
  await page.reload();
  await ready(page);
  const second = await page.context().newPage();
  await second.goto(server.url + 'glossary.html');
  await ready(second);
  assert.equal(await second.evaluate(() => performance.getEntriesByType('navigation')[0].type), 'navigate', 'a second tab needs no second load');
  assert.ok(documents(server, '/methods.html') > before, 'pages are asked for');
  await page.context().close();
  await server.close();
});

test('a host with headers gets no reload, and a service worker only when the page is up', async () => {
  const server = await serve();
  try {
    const page = await openPage(browser, server.url, {before: () => {
      const register = navigator.serviceWorker.register;
      navigator.serviceWorker.register = function (...request) {
        globalThis.stateThen = document.documentElement.dataset.state;
        return register.apply(this, request);
      };
    }});
    await page.waitForFunction(() => globalThis.stateThen);
    assert.equal(await page.evaluate(() => globalThis.stateThen), 'canvas');
    assert.equal(server.requests.filter((path) => path === '/').length, 1);
    await page.context().close();
  } finally {
    await server.close();
  }
});

test('a service worker that does not help: one reload, then a message', async () => {
  const server = await serve({headers: false, replace: {'/service-worker.js': '// nothing'}});
  const page = await openPage(browser, server.url, {wait: false});
  assert.match(await refusal(page), /was reloaded/);
  await page.waitForTimeout(1000);
  assert.equal(documents(server), 2);
  await page.context().close();
  await server.close();
});

test('a service worker that is not there, or refused: a message, no reload', async () => {
  const server = await serve({headers: false, replace: {'/service-worker.js': null}});
  const page = await openPage(browser, server.url, {wait: false});
  assert.match(await refusal(page), /refused the service worker/);
  assert.equal(documents(server), 1);
  await page.context().close();
  await server.close();

  const plain = await serve({headers: false});
  const hidden = await openPage(browser, plain.url, {wait: false, before: () => { delete Navigator.prototype.serviceWorker; }});
  assert.match(await refusal(hidden), /service worker/);
  assert.equal(documents(plain), 1);
  await hidden.context().close();
  await plain.close();
});

const lacking = {
  'shared memory': [() => { delete globalThis.SharedArrayBuffer; }, /SharedArrayBuffer/],
  'WebAssembly': [() => { delete globalThis.WebAssembly; }, /WebAssembly/],
  'WebAssembly exceptions': [() => {
    const validate = WebAssembly.validate;
    WebAssembly.validate = (bytes) => bytes.length !== 28 && validate(bytes);
  }, /exceptions/],
  'workers': [() => { delete globalThis.Worker; }, /workers/],
  'a worker, though it says it has them': [() => {
    globalThis.Worker = class { constructor() { throw new DOMException('refused', 'SecurityError'); } };
  }, /could not be started/],
};

for (const [what, [remove, words]] of Object.entries(lacking)) {
  test(`a browser without ${what} shows the text and says what is missing`, async () => {
    const server = await serve();
    const page = await openPage(browser, server.url, {wait: false, before: remove});
    assert.match(await refusal(page), words);
    await page.context().close();
    await server.close();
  });
}

const withoutWebGL = () => {
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest);
  };
};

test('without WebGL the examples of the text run', async () => {
  const server = await serve();
  const page = await openPage(browser, server.url + 'methods.html', {wait: false, before: withoutWebGL});
  await page.evaluate(() => threadbook.ready);
  assert.match(await page.locator('#notice').textContent(), /does not draw/);
  await page.getByRole('button', {name: 'Close'}).click();
  const {editor, run, stop, reset, output} = card(page, 'Starting');
  await run.click();
  await page.getByText(/^Finished in/).waitFor();
  assert.equal(await output.textContent(), 'main: start() has returned\ntask: done\nmain: join() has returned\n');
  assert.equal(await reset.getAttribute('aria-disabled'), 'true');
  await editor.fill('import sys, time\nprint("begun")\nprint("an error", file=sys.stderr)\nwhile True: time.sleep(0.01)\n');
  await editor.press('Control+Enter');
  await output.getByText('begun').waitFor();  // while it runs
  assert.equal(await output.locator('.error').textContent(), 'an error\n');
  const other = card(page, 'Starting twice');
  await untilEnd(page, other, () => other.run.click());  // beside it
  await stop.click();
  await page.getByText(/^Stopped after/).waitFor();
  assert.match(await output.textContent(), /KeyboardInterrupt/);
  // Edits are kept, and can be taken back.
  await page.reload();
  await page.evaluate(() => threadbook.ready);
  assert.match(await editor.inputValue(), /begun/);
  await reset.click();
  await page.waitForFunction(() => !/begun/.test(document.querySelector('figure textarea').value));
  assert.equal((await page.evaluate(() => threadbook.run('print(6 * 7)'))).stdout, '42\n');
  assert.deepEqual(page.problems, []);
  await page.context().close();
  await server.close();
});

test('graphics that are taken away: the text stands in until they are back', async () => {
  const server = await serve();
  const page = await openPage(browser, server.url);
  await page.evaluate(() => {
    globalThis.context = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    globalThis.context.loseContext();
  });
  await page.waitForFunction(() => document.documentElement.dataset.state === 'plain');
  assert.match(await page.locator('#notice').textContent(), /taken the page\u2019s graphics away/);
  await page.evaluate(() => globalThis.context.restoreContext());
  await page.waitForFunction(() => document.documentElement.dataset.state === 'canvas');
  assert.equal(await page.locator('#notice').isVisible(), false);
  await page.context().close();
  await server.close();
});

test('inside a page that is not isolated: a sentence, and a link that opens the book', async () => {
  const server = await serve({replace: {'/frame.html': '<!doctype html><iframe src="methods.html" width="900" height="700"></iframe>'}, headers: false});
  const page = await openPage(browser, server.url + 'frame.html', {wait: false});
  const inside = page.frameLocator('iframe');
  await inside.locator('#notice').getByText('shown inside another page').waitFor();
  assert.ok(await inside.getByText('def task():').first().isVisible());
  const opened = page.waitForEvent('popup');
  await inside.getByRole('link', {name: 'Open the book in a tab of its own'}).click();
  await (await opened).waitForURL(/methods\.html$/);
  await page.context().close();
  await server.close();
});

test('scripts that are not there, or never come, are told of', async () => {
  const server = await serve({replace: {'/boot.js': null}});
  const page = await openPage(browser, server.url, {wait: false});
  await page.locator('#notice').getByText('scripts could not be loaded').waitFor();
  assert.ok(await page.locator('#book .example').first().isVisible());
  await page.context().close();
  await server.close();
});

test('opened as a file, the page says what to do', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`file://${site}/methods.html`);
  await page.locator('#notice').getByText('opened as a file').waitFor();
  assert.ok(await page.getByText('def task():').first().isVisible());
  await context.close();
});

test('what stops coming is told of after a while', async () => {
  const server = await serve();
  for (const [name, words] of [[/app[.\w]*\.wasm$/, /nothing has arrived/], [/inter-bold[.\w]*\.otf$/, /nothing has arrived/],
    [/app[.\w]*\.js$/, /has not started the page\u2019s workers/]]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.clock.install();
    const asked = page.waitForRequest(name);
    await page.route(name, () => {});
    await page.goto(server.url, {waitUntil: 'domcontentloaded'});
    await asked;
    // What stands between the request and its watch is other files, which come.
    for (let i = 0; i < 60 && !await page.locator('#notice').isVisible(); ++i) await page.clock.runFor(2000);
    assert.match(await page.locator('#notice').textContent(), words, String(name));
    assert.ok(await page.locator('#book .example').first().isVisible());
    await context.close();
  }
  await server.close();
});

const missing = {
  '/app.js': /could not be loaded.*app\.js/s,
  '/app.wasm': /could not be loaded.*app[.\w]*\.wasm: 404/s,
};

for (const [path, words] of Object.entries(missing)) {
  test(`without ${path} the page is text and says so`, async () => {
    const server = await serve({replace: {[path]: null}});
    const page = await openPage(browser, server.url, {wait: false});
    assert.match(await refusal(page), words);
    await page.context().close();
    await server.close();
  });
}

test('without a typeface the page is text and says so, and its examples run', async () => {
  const server = await serve({replace: {'/fonts/inter-regular.otf': null}});
  const page = await openPage(browser, `${server.url}methods.html`, {wait: false});
  await page.evaluate(() => threadbook.ready);
  await page.locator('#notice').waitFor();
  assert.match(await page.locator('#notice').textContent(), /could not be loaded.*examples run all the same.*inter-regular[.\w]*\.otf: 404/s);
  await page.getByRole('button', {name: 'Close'}).click();
  const one = card(page, 'Starting');
  assert.match(await untilEnd(page, one, () => one.run.click()), /task: done/);
  await page.context().close();
  await server.close();
});

test('without its library the page says so, and a program that waits for it ends', async () => {
  const server = await serve({replace: {'/library.json': null}});
  const page = await openPage(browser, server.url, {wait: false});
  await page.waitForFunction(() => !document.getElementById('notice').hidden);
  assert.match(await page.locator('#notice').textContent(), /could not be loaded.*library[.\w]*\.json: 404/s);
  assert.match(await page.evaluate(() => threadbook.ready.catch((error) => error.message)), /could not be loaded/);
  await page.context().close();
  await server.close();
});

test('what most programs never import is not waited for', async () => {
  const server = await serve({held: ['/library-more.json']});
  const page = await openPage(browser, server.url);
  const result = await page.evaluate(() => threadbook.run('import threading, time\nthreading.Thread(target=print, args=(time.monotonic() > 0,)).start()'));
  assert.equal(result.stdout, 'True\n');
  // What does not exist need not be waited for either.
  assert.match((await page.evaluate(() => threadbook.run('import no_such_module'))).stderr, /ModuleNotFoundError: No module named 'no_such_module'/);
  await page.context().close();
  await server.close();
});

test('a program that imports of the rest before it is there gets it', async () => {
  const server = await serve();
  const page = await openPage(browser, server.url, {wait: false});
  await page.waitForFunction(() => window.threadbook && document.documentElement.dataset.state === 'canvas', null, {timeout: 60_000});
  const result = await page.evaluate(() => threadbook.run('import decimal\nprint(decimal.Decimal(1) / 8)'));
  assert.equal(result.stdout, '0.125\n');
  await page.context().close();
  await server.close();
});

test('without the rest of its library the page says so, and so does a program that imports it', async () => {
  const server = await serve({replace: {'/library-more.json': null}});
  const page = await openPage(browser, server.url);
  await page.locator('#notice').getByText(/library could not be loaded/).waitFor();
  assert.match((await page.evaluate(() => threadbook.run('import decimal'))).stderr, /^ImportError: The text of 'decimal' could not be had$/m);
  assert.equal((await page.evaluate(() => threadbook.run('import threading; print(1)'))).stdout, '1\n');
  await page.context().close();
  await server.close();
});

test('without scripts the page is the chapter, with links to the others', async () => {
  const server = await serve();
  const context = await browser.newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(server.url + '#methods');
  assert.ok(await page.locator('#methods a').isVisible(), 'an old address leads to the link');
  await page.locator('#methods a').click();
  assert.ok(await page.getByText('def task():').first().isVisible());
  await page.getByRole('link', {name: /^Next/}).click();
  assert.equal(await page.locator('h1').textContent(), 'Example');
  await context.close();
  await server.close();
});
