// The reference of the thread runtime: on screens of all sizes its text fits, and it is linked with the book.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openPage, setUp} from './harness.mjs';

const {browser, server: host} = await setUp();

for (const [width, height, colorScheme] of [[1360, 900, 'light'], [1360, 900, 'dark'], [820, 1100, 'light'], [360, 740, 'dark']]) {
  test(`the reference, ${width} wide, ${colorScheme}`, async () => {
    const page = await openPage(browser, `${host.url}reference.html`, {wait: false, viewport: {width, height}, colorScheme});
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, 'it scrolls sideways');
    const [back, lock] = await page.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor, document.getElementById('Lock.acquire')?.textContent]);
    assert.equal(back, colorScheme === 'dark' ? 'rgb(23, 25, 29)' : 'rgb(251, 250, 247)');
    assert.match(lock, /^bool acquire\(/);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}

test('the plain book leads to the reference, and back', async () => {
  const page = await openPage(browser, host.url, {wait: false, javaScriptEnabled: false});
  await page.click('footer a[href="reference.html"]');
  assert.equal(await page.textContent('h1'), 'The thread runtime');
  await page.click('header a');
  assert.equal(new URL(page.url()).pathname, '/');
  await page.context().close();
});
