// The editor: what a reader does with the keyboard, and what becomes of the edits.

import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {card, openPage, ready, setUp, until, untilEnd} from './harness.mjs';

const {browser, server} = await setUp();
const page = await openPage(browser, server.url);
const title = 'Five tasks in five threads';
let part;
beforeEach(async () => {
  await page.evaluate(() => threadbook.open('example/with_threads'));
  await page.waitForTimeout(600);
  part = card(page, title);
  await part.editor.fill('');
  await part.editor.focus();
});

const value = () => part.editor.inputValue();
const type = async (...keys) => {
  for (const key of keys) {
    if (key.length > 1 && /^[A-Z]/.test(key)) await page.keyboard.press(key);
    else await page.keyboard.type(key);
  }
};

test('Enter keeps the indentation, and deepens it after a colon', async () => {
  await type('def f():', 'Enter', 'return 1', 'Enter', 'f()');
  assert.equal(await value(), 'def f():\n    return 1\nf()');
});

test('Tab goes to the next step, and indents and unindents selected lines', async () => {
  await type('a', 'Tab', 'b');
  assert.equal(await value(), 'a   b');
  await part.editor.fill('one\n\n  two');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Tab');
  assert.equal(await value(), '    one\n\n      two');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await value(), 'one\n\n  two');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await value(), 'one\n\ntwo');
});

test('Backspace takes a step of indentation', async () => {
  await type('if x:', 'Enter', 'Backspace', 'y');
  assert.equal(await value(), 'if x:\ny');
});

test('undo and redo know of all of it', async () => {
  await type('if x:', 'Enter', 'y');
  const typed = await value();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Tab');
  assert.equal(await value(), '    if x:\n        y');
  await page.keyboard.press('Control+Z');
  assert.equal(await value(), typed);
  await page.keyboard.press('Control+Y');
  assert.equal(await value(), '    if x:\n        y');
});

test('reset brings the example back, and can be undone', async () => {
  await type('my own');
  await part.reset.click();
  assert.match(await value(), /def with_threads/);
  await part.reset.and(page.locator('[aria-disabled=true]')).waitFor({state: 'attached'});
  await part.editor.focus();
  await page.keyboard.press('Control+Z');
  assert.equal(await value(), 'my own');
});

test('Escape, then Tab leaves the editor; it is no trap', async () => {
  await type('x');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), `Run: ${title}`);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Tab');
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'TEXTAREA');
});

test('the whole card works with the keyboard alone', async () => {
  await type('print("by hand")');
  assert.equal(await untilEnd(page, part, () => page.keyboard.press('Control+Enter')), 'by hand\n');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'TEXTAREA', 'the focus stays');
});

test('the browser keeps its own keys', async () => {
  // Every key that the page takes is one of these; all others must come through undisturbed.
  const taken = await page.evaluate(() => {
    const keys = ['r', 'f', '+', '-', '0', 't', 'l', 'p', 'a', 'c', 'v', 'x', 'z'].map((key) => ({key, ctrlKey: true}))
      .concat(['F5', 'F12', 'PageDown', 'Home', 'ArrowDown'].map((key) => ({key})));
    const targets = [document.activeElement, document.getElementById('canvas'), document.body];
    return targets.flatMap((target) => keys.filter((init) =>
      !target.dispatchEvent(new KeyboardEvent('keydown', {...init, bubbles: true, cancelable: true})))).map((init) => init.key);
  });
  assert.deepEqual(taken, []);
});

test('letters stand where the text field has them', async () => {
  // The field's columns are what the canvas paints by: 0.6 em of the code's size.
  const wide = await part.editor.evaluate((field) => {
    field.value = 'x'.repeat(300);
    const width = field.scrollWidth;
    field.value = '';
    return width / 300;
  });
  assert.ok(Math.abs(wide - 9) < 0.02, `a column is ${wide} px wide`);
});

test('edits survive a reload', async () => {
  await type('kept = True');
  await page.reload();  // at once: before the page would store it by itself
  await ready(page);
  part = card(page, title);
  assert.equal(await value(), 'kept = True');
  await part.reset.click();
  await page.reload();
  await ready(page);
  assert.match(await card(page, title).editor.inputValue(), /def with_threads/);
});

test('rarer characters bring their typeface with them', async () => {
  const state = () => [...document.fonts].find((face) => face.family.includes('Mono') && face.unicodeRange.startsWith('U+100')).status;
  assert.equal(await page.evaluate(state), 'unloaded');
  await part.editor.fill('alpha = "αβγ"  # ∑');
  await until(page, `(${state})() === 'loaded'`);
});
