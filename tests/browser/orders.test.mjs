// Every order: what a program can come to, in how many orders, and one of them to be gone through.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {card, counterProgram, openPage, setUp, until, untilEnd} from './harness.mjs';

const {browser, server} = await setUp();

const title = 'Five tasks in five threads';

async function open(program, options = {}) {
  const page = await openPage(browser, server.url, {anchor: 'example.html#example/with_threads', reducedMotion: 'reduce', ...options});
  const part = card(page, title);
  await part.editor.fill(program);
  return {page, part, told: page.getByRole('region', {name: `What the orders of ${title} lead to`}),
    tryAll: page.getByRole('button', {name: `Every order: ${title}`}),
    show: (result) => page.getByRole('button', {name: `Show an order that leads to: ${result}`, exact: true})};
}

/** What is told once the search has ended. */
async function verdict(page, told) {
  await until(page, () => /^(All \d+ orders tried|There is one order|Stopped)/.test(
    document.querySelector('[aria-label^="What the orders of"]')?.textContent));
  return told.textContent();
}

test('a lost update is found, told, and shown step by step', async () => {
  const {page, part, told, tryAll, show} = await open(counterProgram);
  await tryAll.click();
  const text = await verdict(page, told);
  assert.match(text, /^All 4 orders tried, in .*\nThreads may switch anywhere, and any sleep may take longer\. Nothing else can happen\.\n/);
  assert.match(text, /In 2 orders\n {2}2\nIn 2 orders\n {2}1\n/);
  assert.match(text.replaceAll(/\s+/g, ' '), /Race on counter: Thread-1 \(add_one\) reads it in line 5, Thread-2 \(add_one\) writes it in line 6/);
  await show('1').click();
  await until(page, () => document.querySelector('[aria-label^="Output of"]')?.textContent.trim() === '1');
  const steps = (await page.getByRole('region', {name: `The steps of ${title} so far`}).textContent()).match(/\d+\. .*/g);
  // Both read before one of them writes.
  assert.deepEqual(steps.slice(0, 2).map((step) => step.slice(4)), [' reads counter: 0, line 5', ' reads counter: 0, line 5']);
  await show('2').click();
  await until(page, () => document.querySelector('[aria-label^="Output of"]')?.textContent.trim() === '2');
  // The same order, as lanes.
  assert.equal((await untilEnd(page, part, () => page.getByRole('button', {name: 'Run in this order, as lanes'}).click())).trim(), '2');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('where the GIL can change hands is another question, with another answer', async () => {
  const {page, told, tryAll} = await open(counterProgram);
  await tryAll.click();
  await verdict(page, told);
  await page.getByRole('button', {name: 'Try only the orders in which the GIL changes hands'}).click();
  await until(page, () => /only where the GIL can change hands/.test(document.querySelector('[aria-label^="What the orders of"]')?.textContent));
  assert.match((await verdict(page, told)).replaceAll(/\s+/g, ' '), /^All 2 orders tried.* Then nothing else can happen\. In 2 orders 2 $/);
  await page.context().close();
});

test('a deadlock that hardly ever happens is found, with the keyboard alone', async () => {
  const {page, part, told, tryAll} = await open(`import threading
fork, knife = threading.Lock(), threading.Lock()
def eat(first, second):
    with first, second: pass
for pair in ((fork, knife), (knife, fork)):
    threading.Thread(target=eat, args=pair).start()
`);
  await tryAll.focus();
  await page.keyboard.press('Enter');
  assert.match(await verdict(page, told), /^All \d+ orders tried(.|\n)*In 1 order, deadlock\n/);
  await page.getByRole('button', {name: 'Show an order that leads to: deadlock'}).focus();
  await page.keyboard.press('Enter');
  await until(page, () => /^Deadlock: no thread can ever go on/.test(document.querySelector('[aria-label^="The steps of"]')?.textContent));
  await page.getByRole('button', {name: 'Run in this order, as lanes'}).focus();
  await page.keyboard.press('Enter');
  await until(page, () => /Deadlock: .* wait for each other\./.test(document.querySelector('[aria-label^="What the threads of"]')?.textContent));
  await part.stop.click();
  await until(page, () => document.querySelector('[aria-label="Run: Five tasks in five threads"]') !== null);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a search that does not end is stopped, and says what it knows; an edit makes it void', async () => {
  const {page, part, told, tryAll} = await open(`import threading
x = [0] * 8
def work(n):
    for i in range(8): x[i] = x[i] + n
for n in range(6): threading.Thread(target=work, args=(n,)).start()
`);
  await tryAll.click();
  await until(page, () => /^Looking: \d+ orders so far/.test(document.querySelector('[aria-label^="What the orders of"]')?.textContent));
  await page.getByRole('button', {name: `Stop trying orders: ${title}`}).click();
  assert.match(await verdict(page, told), /^Stopped after \d+ orders, in /);
  assert.doesNotMatch(await told.textContent(), /Nothing else can happen/);
  await part.editor.press('Control+End');
  await part.editor.press('#');
  await until(page, () => document.querySelector('[aria-label^="What the orders of"]') === null);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a program that is wrong, or asks for nothing, has one order', async () => {
  for (const [program, words] of [['print("one")\n', /There is one order only(.|\n)*one\n/], ['def f(:\n', /There is one order only(.|\n)*SyntaxError/]]) {
    const {page, told, tryAll} = await open(program);
    await tryAll.click();
    assert.match(await verdict(page, told), words);
    await page.context().close();
  }
});
