// Pictures for a person to look at, in build/screenshots. What a test can say of a picture is that it is not blank.

import assert from 'node:assert/strict';
import {stat} from 'node:fs/promises';
import {after, before, test} from 'node:test';
import {card, launch, openPage, screenshot, serve, untilEnd} from './harness.mjs';

let server, /** @type {import('./harness.mjs').Browser} */ browser;
before(async () => { server = await serve(); browser = await launch(); });
after(async () => { await browser?.close(); await server?.close(); });

const screens = {
  '1280x800': {},
  '1280x800@2x': {deviceScaleFactor: 2},
  '1280x800-dark': {colorScheme: 'dark'},
  'phone-390x844': {viewport: {width: 390, height: 844}, deviceScaleFactor: 3, isMobile: true, hasTouch: true},
};

for (const [name, options] of Object.entries(screens)) {
  test(`first chapter and a finished run, ${name}`, async () => {
    const page = await openPage(browser, server.url, options);
    await page.waitForTimeout(200);
    const pictures = [await screenshot(page, `first-chapter-${name}`)];
    await page.evaluate(() => threadbook.open('example/with_threads'));
    await page.waitForTimeout(900);
    const part = card(page, 'Five tasks in five threads');
    await untilEnd(page, part, () => part.run.click());
    const showOutput = async () => {
      await part.output.evaluate((node) => scrollTo(0, node.getBoundingClientRect().bottom + scrollY - innerHeight + 220));
      await page.waitForTimeout(300);
    };
    await showOutput();
    pictures.push(await screenshot(page, `finished-run-${name}`));
    // The same with threads that sleep long enough to have their picture taken.
    await part.editor.fill((await part.editor.inputValue()).replace('sleep(1)', 'sleep(60)'));
    await part.run.click();
    await page.waitForFunction(() => threadbook.threads().filter((thread) => thread.activity === 'sleeping').length === 5);
    await part.editor.evaluate((field) => { field.scrollLeft = 0; });
    await showOutput();
    pictures.push(await screenshot(page, `running-${name}`));
    await part.stop.click();  // that interrupts the main thread, which then waits for the others
    await untilEnd(page, part, () => part.stop.click());
    for (const picture of pictures) assert.ok((await stat(picture)).size > 20_000, `${picture} has something on it`);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}
