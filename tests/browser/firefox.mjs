// The page in Firefox: what harness.mjs is for Chromium, less of it. Firefox draws WebGL only where it has a display, so it
// gets a virtual one (Xvfb), which lives as long as the browser. It is driven by WebDriver BiDi, which puppeteer speaks.

import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import puppeteer from 'puppeteer-core';

/**
 * @typedef {import('puppeteer-core').Browser} Browser
 * @typedef {import('puppeteer-core').Page & {problems?: string[]}} Page
 */

const onPath = (name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).find(existsSync);
const executable = process.env.FIREFOX || onPath('firefox-esr') || onPath('firefox');

/** Why there is no Firefox to test with; undefined if there is one. For `test`'s option `skip`. */
export const noFirefox = !executable ? 'no Firefox was found: install it, or set FIREFOX to its program' :
  !onPath('Xvfb') ? 'no Xvfb was found, on which Firefox draws where nobody has a screen: install it' : undefined;

/** Starts a display of its own, with a number that was free. */
async function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '2560x1600x24', '-nolisten', 'tcp'],
    {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
  const number = await new Promise((resolve, reject) => {
    server.stdio[3].once('data', (text) => resolve(String(text).trim()));
    server.once('error', reject);
    server.once('exit', (status) => reject(new Error(`Xvfb ended with status ${status}`)));
  });
  const close = () => { server.kill(); };
  process.once('exit', close);
  return {name: `:${number}`, close};
}

/**
 * @param {Record<string, unknown>} [preferences] of Firefox (about:config), as a reader may have set them
 * @returns {Promise<{browser: Browser, close: () => Promise<void>}>}
 */
export async function launchFirefox(preferences = {}) {
  const display = await startDisplay();
  try {
    const browser = await puppeteer.launch({
      browser: 'firefox', executablePath: executable, headless: false, defaultViewport: {width: 1280, height: 800},
      env: {...process.env, DISPLAY: display.name}, extraPrefsFirefox: preferences, timeout: 120_000,  // a busy machine takes its time
    });
    return {browser, close: async () => { await browser.close(); display.close(); }};
  } catch (error) {
    display.close();
    throw error;
  }
}

/**
 * A page of the site that is ready, with a storage of its own. What it prints to its console as an error, and what its
 * policy refuses, is kept in `page.problems`.
 * @param {Browser} browser
 * @returns {Promise<Page>}
 */
export async function openInFirefox(browser, url, {wait = true} = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultNavigationTimeout(60_000);
  page.problems = [];
  page.on('console', (message) => { if (message.type() === 'error') page.problems.push(message.text()); });
  page.on('pageerror', (error) => page.problems.push(String(error)));
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`refused by the policy: ${event.effectiveDirective} ${event.blockedURI}`));
  });
  await page.goto(url, {waitUntil: 'domcontentloaded'});
  if (wait) await readyInFirefox(page);
  return page;
}

/**
 * Waits until the canvas shows the page and programs can run, however often the page loads anew before.
 * @param {Page} page
 */
export async function readyInFirefox(page) {
  await page.waitForFunction(() => window.threadbook && document.documentElement.dataset.state === 'canvas', {timeout: 60_000});
  await page.evaluate(() => threadbook.ready);
}

/**
 * Waits until the page has nothing on its way any more. Firefox calls it an error of the page if a reload breaks off what a
 * service worker fetches for it.
 * @param {Page} page
 */
export async function settledInFirefox(page) {
  await page.waitForFunction(() => document.documentElement.dataset.kept === '' && threadbook.workers().idle === threadbook.workers().all,
    {timeout: 60_000});
}

/**
 * The parts of an example, by its title: of its card, or in the text where there is no canvas.
 * @param {Page} page
 */
export function cardInFirefox(page, title) {
  const named = (label) => page.waitForSelector(`[aria-label^="${label}"]`);
  return {
    editor: () => named(`Program: ${title}.`),
    run: () => named(`Run: ${title}`),
    stop: () => named(`Stop: ${title}`),
    reset: () => named(`Reset: ${title}`),
    output: () => named(`Output of: ${title}`),
  };
}

/**
 * Does `act`, which starts a card's program or stops it, and waits until the page says that the program has ended.
 * @param {Page} page
 */
export async function untilEndInFirefox(page, act) {
  await page.evaluate(() => { document.getElementById('spoken').textContent = ''; });
  await act();
  await page.waitForFunction(() => /has finished|has ended|Stopped/.test(document.getElementById('spoken').textContent), {timeout: 60_000});
}
