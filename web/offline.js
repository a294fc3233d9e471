// The book without a network: the service worker keeps it (service-worker.js). Asked for when the page is up and has
// nothing else to do, so that nothing the reader waits for comes later because of it.

import {tell} from './notices.js';

const lookAgain = 3_600_000;  // ms between two questions for a newer version, while the page stays open

const version = () => document.documentElement.dataset.version;

/** Sends a message to a worker and waits for its answer. */
function ask(worker, message) {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = (event) => resolve(event.data);
    worker.postMessage(message, [port2]);
  });
}

/** A new worker is there: it is this page's if the page was fetched after it, else news. */
async function greet(worker) {
  if (await ask(worker, 'version') === version()) {
    worker.postMessage('take over');
    return;
  }
  tell('A newer version of the book is ready.', ['It is there when you reload the page; your edits are kept.'],
    {action: {text: 'Reload', act: () => location.reload()}});
}

function whenInstalled(worker, act) {
  if (worker.state === 'installed') act();
  else worker.addEventListener('statechange', () => { if (worker.state === 'installed') act(); });
}

/** Has the book kept, and says so when there is a newer one. Where a browser refuses, there is none offline. */
export async function keepOffline() {
  if (!('serviceWorker' in navigator) || window.top !== window.self) return;
  try {
    const registration = await navigator.serviceWorker.register('service-worker.js', {scope: './'});
    const fresh = (worker) => { if (worker && registration.active) whenInstalled(worker, () => void greet(worker)); };
    fresh(registration.waiting ?? registration.installing);
    registration.addEventListener('updatefound', () => fresh(registration.installing));
    let looked = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.hidden || Date.now() - looked < lookAgain) return;
      looked = Date.now();
      registration.update().catch(() => {});  // no network
    });
    const {active} = await navigator.serviceWorker.ready;
    await ask(active, 'keep');
    document.documentElement.dataset.kept = '';
  } catch {
    // Private windows and strict settings refuse; the book is there as long as the network is.
  }
}
