// Step: the reader chooses who goes on, goes back, and hands a step on as a link.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {card, counterProgram, openPage, setUp, until} from './harness.mjs';

const {browser, server} = await setUp();

const title = 'Five tasks in five threads';
async function open(program, options = {}) {
  const page = await openPage(browser, server.url, {anchor: 'example.html#example/with_threads', reducedMotion: 'reduce', ...options});
  const part = card(page, title);
  if (program) await part.editor.fill(program);
  return {page, part,
    step: page.getByRole('button', {name: `Step: ${title}`}),
    table: page.getByRole('application', {name: `Steps of ${title}.`}),
    take: (thread) => page.getByRole('button', {name: new RegExp(`^${thread}, `)}),
    button: (name) => page.getByRole('button', {name, exact: true}),
    /** Waits until what is told of the steps matches, and answers it. */
    tells: async (pattern) => {
      await page.waitForFunction(([source, flags]) => new RegExp(source, flags).test(document.querySelector('[aria-label^="The steps of"]')?.textContent ?? ''),
        [pattern.source, pattern.flags], {timeout: 20_000});
      return page.locator('[aria-label^="The steps of"]').textContent();
    }};
}

test('by hand the counter comes to 1, and after going back to 2; every order shows both', async () => {
  const {page, part, step, table, take, button, tells} = await open(counterProgram);
  await step.click();
  const begin = await tells(/step 0/);
  assert.match(begin, /M starts A, B\n/);
  assert.match(begin, /counter is 0\n/);
  assert.match(begin, /M, MainThread, next: joins A: must wait\nA, Thread-1 \(add_one\), next: reads counter: 0\n/);
  await take('A').click();
  await tells(/1\. A reads counter: 0, line 5\n/);
  await take('B').click();
  assert.match(await tells(/2\. B reads counter: 0, line 5\n/), /next: writes counter ← 1\n/);
  await button('Finish: on to the end, or to a line where to stop').click();
  assert.match(await tells(/The program has ended/), /1 result found so far\n {2}1\n/);
  assert.equal((await part.output.textContent()).trim(), '1');
  // A value leads to the step that wrote it, and a row to itself.
  const {width} = await table.boundingBox();
  await table.click({position: {x: width - 60, y: 30 + 28 * 9.5}});
  await tells(/step 5 of 9/);
  await table.click({position: {x: 60, y: 30 + 28 * 9.5 + 52}});
  await tells(/step 9 of 9/);
  await page.getByRole('region', {name: `Output of: ${title}`, exact: true}).click({position: {x: 4, y: 8}});
  await tells(/step 9 of 9/);
  for (const left of [8, 7, 6, 5, 4, 3, 2, 1]) {
    await button('Back').click();
    await tells(new RegExp(`step ${left} of 9`));
  }
  await take('A').click();
  await tells(/step 2/);
  await button('Finish: on to the end, or to a line where to stop').click();
  assert.match(await tells(/2 results found so far/), / {2}1\n {2}2\n/);
  assert.equal((await part.output.textContent()).trim(), '2');
  await button('Show the order that was left').click();
  await until(page, () => document.querySelector('[aria-label^="Output of"]')?.textContent.trim() === '1');

  await page.getByRole('button', {name: `Every order: ${title}`}).click();
  await tells(/2 of 2 results found so far/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('Show opens an order that was found, and its link opens it elsewhere; another program refuses it', async () => {
  const {page, tells} = await open(null, {anchor: 'the-lock-object.html#the-lock-object/lost_update'});
  await page.getByRole('button', {name: /^Every order: /}).first().click();
  await page.getByRole('button', {name: /^Show an order that leads to: /}).last().click();
  const text = await tells(/The program has ended/);
  const address = await page.getByRole('link', {name: 'Link to this step'}).getAttribute('href');
  assert.match(address, /^the-lock-object\.html#the-lock-object\/lost_update@/);
  await page.getByRole('link', {name: 'Link to this step'}).click();
  assert.ok(page.url().endsWith(address));

  const fresh = await openPage(browser, server.url, {anchor: address});
  await fresh.waitForFunction(() => /The program has ended/.test(document.querySelector('[aria-label^="The steps of"]')?.textContent ?? ''));
  const rows = (all) => all.match(/^\d+\. .*$/gm);
  assert.deepEqual(rows(await fresh.locator('[aria-label^="The steps of"]').textContent()), rows(text));
  await fresh.context().close();

  const other = await openPage(browser, server.url, {anchor: address.replace(/@2-\w{4}/, '@2-abcd')});
  await until(other, () => /leads to a step of another program/.test(document.getElementById('spoken').textContent));
  await other.context().close();
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('the keyboard alone, and an edit ends it', async () => {
  const {page, part, step, table, tells} = await open(counterProgram);
  await step.focus();
  await page.keyboard.press('Enter');
  await tells(/step 0/);
  await table.focus();
  for (const [key, pattern] of [['a', /1\. A reads/], ['b', /2\. B reads/], ['1', /3\. A writes counter ← 1/], ['ArrowLeft', /step 2 of 3/],
    ['ArrowRight', /step 3/], ['End', /The program has ended/], ['Home', /step 0 of 9/]]) {
    await page.keyboard.press(key);
    await tells(pattern);
  }
  await page.keyboard.press('Space');
  await tells(/step 2 of 9/);
  await page.keyboard.press('Space');
  const gutter = page.getByRole('application', {name: `Lines of ${title}`});
  await gutter.focus();
  for (let line = 1; line <= 6; ++line) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(page, () => document.getElementById('spoken').textContent === 'Stops in line 6.');
  await part.editor.press('Control+End');
  await part.editor.press('#');
  await until(page, () => document.querySelector('[aria-label^="The steps of"]') === null);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('with fingers, on a phone: buttons are large enough and stand in the window', async () => {
  const {page, step, take, tells} = await open(counterProgram, {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true});
  await step.tap();
  await tells(/step 0/);
  for (const button of [take('A'), take('B'), page.getByRole('button', {name: 'Back', exact: true}), step.or(page.getByRole('button', {name: /^End stepping/}))]) {
    const box = await button.boundingBox();
    assert.ok(box.height >= 40 && box.width >= 40, JSON.stringify(box));
    assert.ok(box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box));
  }
  await take('B').tap();
  await tells(/1\. B reads counter: 0/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a deadlock by hand: who must wait, and for whom', async () => {
  const {page, step, take, tells} = await open(`import threading
fork, knife = threading.Lock(), threading.Lock()
def eat(first, second):
    with first:
        with second: pass
for pair in ((fork, knife), (knife, fork)):
    threading.Thread(target=eat, args=pair).start()
`);
  await step.click();
  await tells(/step 0/);
  await take('A').click();
  await tells(/1\. A takes fork/);
  await take('B').click();
  const text = await tells(/Deadlock: no thread can ever go on/);
  assert.match(text, /fork is held by A\n/);
  assert.match(text, /knife is held by B\n/);
  assert.match(text, /next: takes knife: must wait, held by B\n/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
