// The page's own Content-Security-Policy: it is in force, and nothing the page does offends it.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {card, openPage, ready, setUp, untilEnd} from './harness.mjs';

const {browser, server} = await setUp();

const watch = () => {
  globalThis.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
};

test('a visit, with programs and threads, offends nothing', async () => {
  const page = await openPage(browser, server.url, {before: watch});
  const part = card(page, 'The last ticket');
  await untilEnd(page, part, () => part.run.click());
  // More threads than there are workers at first: new ones are made.
  await page.evaluate(() => threadbook.run('import threading\nall = [threading.Thread(target=print) for _ in range(40)]\nfor t in all: t.start()\nfor t in all: t.join()'));
  await page.waitForFunction(() => document.documentElement.dataset.kept === '');
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('the policy is in force: nothing inline, nothing from elsewhere, nothing made up', async () => {
  const page = await openPage(browser, server.url, {before: watch});
  const blocked = await page.evaluate(async () => {
    const script = Object.assign(document.createElement('script'), {textContent: 'globalThis.inlined = true'});
    document.head.append(script);
    const refused = [];
    for (const [what, act] of Object.entries({
      elsewhere: () => fetch('https://example.org/'),
      blob: () => import(URL.createObjectURL(new Blob([''], {type: 'text/javascript'}))),
    })) {
      try {
        await act();
      } catch {
        refused.push(what);
      }
    }
    return {inlined: globalThis.inlined === true, refused};
  });
  assert.deepEqual(blocked, {inlined: false, refused: ['elsewhere', 'blob']});
  await page.context().close();
});

test('a host whose policy refuses the workers: a sentence that names it', async () => {
  const page = await openPage(browser, server.url, {
    wait: false,
    before: () => {
      // A second policy, as a host's header would add one: both hold.
      new MutationObserver((_, observer) => {
        if (!document.head) return;
        observer.disconnect();
        document.head.prepend(Object.assign(document.createElement('meta'), {httpEquiv: 'Content-Security-Policy', content: "worker-src 'none'"}));
      }).observe(document, {childList: true, subtree: true});
    },
  });
  await page.locator('#notice').getByText('A policy of this site refuses').waitFor();
  assert.match(await page.locator('#notice').textContent(), /worker-src/);
  assert.ok(await page.locator('#book .example').first().isVisible());
  await page.context().close();
});

test('pages of every kind start under it', async () => {
  for (const address of ['methods.html', 'glossary.html#methods', '#the-lock-object']) {
    const page = await openPage(browser, server.url + address, {before: watch});
    await ready(page);
    assert.deepEqual(await page.evaluate(() => globalThis.violations), [], address);
    await page.context().close();
  }
});
