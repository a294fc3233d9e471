// How many threads: two hundred at the same time, made while the page goes on drawing; ten thousand, which share
// workers; and afterwards everything as it was.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {card, openPage, setUp, untilEnd} from './harness.mjs';

const {browser, server} = await setUp();
const page = await openPage(browser, server.url);

/** Runs a program and counts the pictures that the browser asks for meanwhile. */
const runAndWatch = (source, options) => page.evaluate(async ([text, rest]) => {
  let frames = 0, longest = 0, going = true, last = 0;
  const watch = (now) => {
    if (!going) return;
    if (frames++ > 0) longest = Math.max(longest, now - last);
    last = now;
    requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
  const result = await threadbook.run(text, rest);
  going = false;
  return {...result, frames, longest};
}, [source, options]);

async function goesOn() {
  const {stdout, status} = await page.evaluate(() => threadbook.run(
    'import threading\nout = []\nthreads = [threading.Thread(target=out.append, args=(i,)) for i in range(5)]\n' +
    'for t in threads: t.start()\nfor t in threads: t.join()\nprint(sum(out))\n'));
  assert.equal(stdout, '10\n');
  assert.equal(status, 0);
  assert.deepEqual(await page.evaluate(() => threadbook.threads()), []);
}

/** Waits until the page has as few workers as it keeps for good. */
async function fewAgain() {
  await page.waitForFunction(() => threadbook.workers().all <= 16, null, {timeout: 60_000});
  const {all, idle} = await page.evaluate(() => threadbook.workers());
  assert.equal(idle, all);
  // A thread that has ended counts no more; its worker ends once the main thread has heard of it.
  for (const begin = performance.now(); page.workers().length !== all && performance.now() - begin < 60_000;) {
    await page.waitForTimeout(20);
  }
  assert.equal(page.workers().length, all);
}

const twoHundred = `
import threading, time
begin = time.perf_counter()
here = threading.Barrier(201)
go = threading.Event()
def work():
    here.wait()
    go.wait()
threads = [threading.Thread(target=work) for _ in range(200)]
for thread in threads:
    thread.start()
here.wait()
print(threading.active_count(), len(set(thread.ident for thread in threads)))
took = time.perf_counter() - begin
time.sleep(0.3)
go.set()
for thread in threads:
    thread.join()
print(threading.active_count())
print(f"{1000 * took:.0f} ms")
`;

for (const [what, gil] of [['made as they are started', true], ['ready from before', true], ['without the GIL', false]]) {
  test(`200 threads at the same time, ${what}`, async () => {
    const {stdout, stderr, frames, longest} = await runAndWatch(twoHundred, {gil});
    const [alive, afterwards, took] = stdout.split('\n');
    console.log(`  ${took} until all ran; ${frames} frames, the longest ${longest.toFixed(1)} ms`);
    assert.equal(stderr, '');
    assert.equal(alive, '201 200');
    assert.equal(afterwards, '1');
    // The page draws while it makes them: if it did not, there would be none before the last one is there.
    assert.ok(frames >= 10, `${frames} frames`);
  });
}

test('the page says which threads there are, and Stop ends them all', async () => {
  const counts = await page.evaluate(async () => {
    const result = threadbook.run('import threading, time\nfor i in range(200): threading.Thread(target=time.sleep, args=(1000,)).start()\n');
    while (threadbook.threads().filter(({activity}) => activity === 'sleeping').length < 200) {
      await new Promise((done) => setTimeout(done, 10));
    }
    const threads = threadbook.threads();
    const different = new Set(threads.map(({nativeId}) => nativeId)).size;
    threadbook.stop();
    return [threads.length, different, (await result).status, threadbook.threads().length];
  });
  assert.deepEqual(counts, [201, 201, 130, 0]);
  await goesOn();
});

for (const gil of [true, false]) {
  test(`ten thousand threads, all alive at once, GIL ${gil ? 'on' : 'off'}: they share workers, and the page goes on`, async () => {
    const {stdout, stderr, frames, longest} = await runAndWatch(`
import threading
go = threading.Event()
out = []
def work(number):
    go.wait()
    out.append(number)
threads = [threading.Thread(target=work, args=(number,)) for number in range(10_000)]
for thread in threads:
    thread.start()
print(threading.active_count(), len({thread.native_id for thread in threads}), all(thread.is_alive() for thread in threads))
go.set()
for thread in threads:
    thread.join()
print(len(out), sum(out), threading.active_count())
`, {gil});
    const {all, most} = await page.evaluate(() => threadbook.workers());
    console.log(`  ${frames} frames, the longest ${longest.toFixed(1)} ms; ${all} workers`);
    assert.equal(stderr, '');
    assert.equal(stdout, '10001 10000 True\n10000 49995000 1\n');
    assert.ok(all < most / 2, `${all} workers of ${most}`);
    assert.ok(frames >= 10, `${frames} frames`);
    await goesOn();
  });
}

test('a program with thousands of threads leaves others as many; Stop ends them all', async () => {
  const [first, second] = await page.evaluate(async () => {
    const holds = threadbook.run(
      'import threading, time\nfor i in range(3000): threading.Thread(target=time.sleep, args=(1000,)).start()\n');
    while (threadbook.threads().length < 3001) await new Promise((done) => setTimeout(done, 10));
    const other = await threadbook.run(`
import threading
go = threading.Event()
threads = [threading.Thread(target=go.wait) for number in range(3000)]
for thread in threads: thread.start()
print(threading.active_count())
go.set()
for thread in threads: thread.join()
`);
    threadbook.stop();
    return [await holds, other];
  });
  assert.equal(second.stderr, '');
  assert.equal(second.stdout, '3001\n');
  assert.equal(first.status, 130);
  assert.deepEqual(await page.evaluate(() => threadbook.threads()), []);
  await goesOn();
});

for (const gil of [true, false]) {
  test(`2000 short threads, started one after the other and never joined, GIL ${gil ? 'on' : 'off'}`, async () => {
    const {stdout, stderr, frames, longest} = await runAndWatch(`
import threading
out = []
for i in range(2000):
    threading.Thread(target=out.append, args=(i,)).start()
for thread in threading.enumerate():
    if thread is not threading.current_thread():
        thread.join()
print(len(out))
`, {gil});
    console.log(`  ${frames} frames, the longest ${longest.toFixed(1)} ms; ${(await page.evaluate(() => threadbook.workers())).all} workers`);
    assert.equal(stderr, '');
    assert.equal(stdout, '2000\n');
  });
}

test('the example in a card: 200 threads, stopped with its button', async () => {
  await page.evaluate(() => threadbook.open('example/with_threads'));
  const part = card(page, 'Five tasks in five threads');
  await part.editor.fill('import threading, time\nfor i in range(200):\n    threading.Thread(target=time.sleep, args=(1000,)).start()\n');
  await part.run.click();
  await page.waitForFunction(() => threadbook.threads().length === 201, null, {timeout: 60_000});
  const drawn = await page.evaluate(() => threadbook.frames);
  await page.waitForFunction((before) => threadbook.frames > before + 3, drawn);
  // The main thread waits for the others: interrupted in that, it is the end.
  await untilEnd(page, part, () => part.stop.click());
  assert.deepEqual(await page.evaluate(() => threadbook.threads()), []);
  await part.reset.click();
  await goesOn();
});

test('the workers that nobody uses any more are let go', async () => {
  await fewAgain();
  await goesOn();
  assert.deepEqual(page.problems, []);
});
