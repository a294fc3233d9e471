// The memory a page has before anything has run in it: what its process holds. The browser's own count
// (measureUserAgentSpecificMemory) will not do: to it the memory that WebAssembly may use is in use, touched or not.

import {readFile} from 'node:fs/promises';
import {launch, openPage} from '../../browser/harness.mjs';

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
