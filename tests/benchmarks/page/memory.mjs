// The memory a page has: before anything has run in it, and for what is kept of a long run; what its process holds. The browser's own count
// (measureUserAgentSpecificMemory) will not do: to it the memory that WebAssembly may use is in use, touched or not.

import {readFile} from 'node:fs/promises';
import {launch, openPage, untilEnd} from '../../browser/harness.mjs';
import {flood, openProgram} from './running.mjs';

/** Bytes of memory that a process holds, what it shares with others divided among them. */
async function held(pid) {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  return 1024 * Number(/^Pss: +(\d+) kB$/m.exec(rollup)[1]);
}

/** Bytes of the largest process that runs a page. */
async function largestPage(browser) {
  const session = await browser.newBrowserCDPSession();
  const {processInfo} = await session.send('SystemInfo.getProcessInfo');
  return Math.max(...await Promise.all(processInfo.filter(({type}) => type === 'renderer').map(({id}) => held(id))));
}

/** In a browser of its own: bytes of the process with an empty page, and with ours; null where the system does not tell. */
export async function measureMemory(host) {
  if (process.platform !== 'linux') return null;
  const browser = await launch();
  try {
    await browser.newPage();
    const empty = await largestPage(browser);
    const page = await openPage(browser, host.url);
    await page.waitForTimeout(2000);
    return {empty, page: await largestPage(browser)};
  } finally {
    await browser.close();
  }
}

/**
 * Bytes that the process of our page holds after a program with so many events was recorded in a card, more than after the
 * same one that was not recorded; each in a browser of its own. null where the system does not tell.
 */
export async function measureLog(host, events) {
  if (process.platform !== 'linux') return null;
  const heldAfter = async (run) => {
    const browser = await launch();
    try {
      const {page, part} = await openProgram(browser, host, false, flood(events));
      await run(page, part);
      await page.waitForTimeout(2000);
      return await largestPage(browser);
    } finally {
      await browser.close();
    }
  };
  const plain = await heldAfter((page) => page.evaluate((text) => threadbook.run(text, {gil: false}), flood(events)));
  const recorded = await heldAfter((page, part) => untilEnd(page, part, () => part.run.click(), 600_000));
  return recorded - plain;
}
