// When there is time: what need not be at once waits for it, so that what the reader looks for comes sooner.

const patience = 500;  // ms for a first paint; a hidden page has none

/** Settles when the text has been painted, or could have been. */
export function painted() {
  return new Promise((resolve) => {
    if (document.hidden || !PerformanceObserver.supportedEntryTypes.includes('paint')) {
      resolve();
      return;
    }
    const observer = new PerformanceObserver((list) => { if (list.getEntriesByName('first-contentful-paint').length) resolve(); });
    observer.observe({type: 'paint', buffered: true});
    setTimeout(resolve, patience);
  });
}

/** What comes behind it is a task of its own: what has happened meanwhile is looked at first. */
export const nextTask = () => new Promise((resolve) => { setTimeout(resolve); });

/** Settles when what the page shows now has been painted, or could have been. */
export const nextFrame = () => new Promise((resolve) => {
  setTimeout(resolve, patience);
  requestAnimationFrame(() => setTimeout(resolve));
});

const often = 250, calm = 1000, longest = 10_000;  // ms

/**
 * Settles when nothing has run for a second, after ten seconds, or with `wanted`.
 * @param {() => boolean} isBusy
 * @param {Promise<void>} wanted
 */
export async function quiet(isBusy, wanted) {
  let timer = 0;
  const still = new Promise((resolve) => {
    let passed = 0, since = 0;
    timer = setInterval(() => {
      passed += often;
      since = isBusy() ? 0 : since + often;
      if (since >= calm || passed >= longest) resolve();
    }, often);
  });
  await Promise.race([still, wanted]);
  clearInterval(timer);
}
