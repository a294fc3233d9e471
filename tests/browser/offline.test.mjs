// The book without a network, and a newer version of it.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {launch, openPage, ready, serve, until} from './harness.mjs';

let /** @type {import('./harness.mjs').Browser} */ browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** A page whose service worker has all of the book. */
async function openKept(server) {
  const page = await openPage(browser, server.url);
  await page.waitForFunction(() => document.documentElement.dataset.kept === '');
  return page;
}

for (const headers of [true, false]) {
  test(`after one visit the whole book is there without a network, on a host ${headers ? 'with' : 'without'} headers`, async () => {
    const server = await serve({headers});
    const page = await openKept(server);
    await server.close();
    for (const address of ['', 'methods.html', 'glossary.html', 'reference.html']) {
      await page.goto(server.url + address);
      if (address === 'reference.html') {
        assert.ok(await page.getByRole('heading', {level: 1}).isVisible());
        continue;
      }
      await ready(page);
      const {stdout} = await page.evaluate(() => threadbook.run('import decimal, threading\nthreading.Thread(target=print, args=(decimal.Decimal(1) / 8,)).start()'));
      assert.equal(stdout, '0.125\n');
    }
    await page.goto(server.url + 'no-such-page.html');
    assert.ok(await page.getByRole('heading', {name: 'There is no such page in this book'}).isVisible());
    await page.context().close();
  });
}

test('what is called after its content is fetched once', async () => {
  const server = await serve();
  const page = await openKept(server);
  server.requests.length = 0;
  await page.reload();
  await ready(page);
  assert.deepEqual(server.requests.filter((path) => !/html$|\/$|service-worker|webmanifest/.test(path)), []);
  await page.context().close();
  await server.close();
});

/** The site as its next version would be: pages and worker say another number. */
async function nextVersion(server) {
  const text = async (path) => (await fetch(server.url + path)).text();
  const version = /data-version="(\w+)"/.exec(await text('index.html'))[1];
  const next = 'f'.repeat(version.length);
  return {
    '/': (await text('index.html')).replace(version, next),
    '/service-worker.js': (await text('service-worker.js')).replace(version, next),
  };
}

test('a newer version is told of, and taken over with the reload', async () => {
  const replace = {};
  const server = await serve({replace});
  const page = await openKept(server);
  Object.assign(replace, await nextVersion(server));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.locator('#notice').getByText('A newer version of the book is ready.').waitFor();
  await page.getByRole('button', {name: 'Reload'}).click();
  await page.waitForFunction(() => document.documentElement.dataset.version.startsWith('fff'));
  await ready(page);
  // The new page is alone, so its worker does not wait either.
  await until(page, async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return !registration.waiting && registration.active.state === 'activated';
  });
  assert.equal(await page.locator('#notice').isVisible(), false);
  await page.context().close();
  await server.close();
});

test('a page that is newer than its worker says nothing', async () => {
  const replace = {};
  const server = await serve({replace});
  const page = await openKept(server);
  Object.assign(replace, await nextVersion(server));
  await page.goto(server.url);
  await ready(page);
  await page.waitForFunction(() => document.documentElement.dataset.kept === '');
  await until(page, async () => !(await navigator.serviceWorker.getRegistration()).waiting);
  assert.equal(await page.locator('#notice').isVisible(), false);
  await page.context().close();
  await server.close();
});
