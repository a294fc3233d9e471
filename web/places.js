// Where the reader is and wants to be, while the book is text.

import {tell} from './notices.js';

// Without the step of an example's program that may stand behind it.
const hash = () => location.hash.slice(1).split('@')[0];
const fragment = () => {
  try {
    return decodeURIComponent(hash());
  } catch {
    return hash();
  }
};

/** The chapters' anchors: every page has them in its list of contents. */
function chapters() {
  return Array.from(document.querySelectorAll('#chapters a'), (link) => link.getAttribute('href').replace(/\.html$/, ''));
}

/**
 * Where a place stands that this page does not have: the address of a chapter or an example when the book was one page,
 * "index.html#methods", leads on.
 * @returns {string | null}
 */
function elsewhere(place) {
  const chapter = place.split('/')[0];
  if (!chapters().includes(chapter)) return null;
  return place === chapter ? `${chapter}.html` : `${chapter}.html#${place}`;
}

/**
 * Looks whether the address names a place of this page. If another page has it, goes there; if none does, says so.
 * @returns {boolean} whether the page is about to be left
 */
export function resolveAddress() {
  const place = fragment();
  if (place === '') return false;
  const node = document.getElementById(place);
  if (node?.closest('main')) {
    // The browser itself goes to places only that are the whole of what follows the #.
    if (location.hash.includes('@')) node.scrollIntoView();
    return false;
  }
  const address = elsewhere(place);
  const here = location.pathname.split('/').pop() || 'index.html';
  if (address && address.split('#')[0] !== here) {
    location.replace(address);
    return true;
  }
  if (address !== here) {
    tell(`There is no place called \u201c${place}\u201d in this book.`, ['It may have been called otherwise.'],
      {link: {text: 'The book\u2019s first page, with its contents', href: 'index.html'}});
  }
  return false;
}

/**
 * The first block that can be seen, and where: what the canvas puts in the same place when it takes over.
 * @returns {{block: number, y: number} | null}
 */
export function readingPlace() {
  const bar = document.querySelector('.bar');
  const top = bar?.getBoundingClientRect().bottom ?? 0;
  for (const node of document.querySelectorAll('[data-block]')) {
    const box = node.getBoundingClientRect();
    if (box.bottom > top) return {block: Number(node.dataset.block), y: box.top};
  }
  return null;
}

/** After a reload, back or forward: to the line that this step of the history remembers (host-history.js). */
export function returnToPlace() {
  const place = history.state?.place;
  const node = place && document.querySelector(`[data-block="${Number(place.block)}"]`);
  if (node) scrollTo({top: scrollY + node.getBoundingClientRect().top - place.y, behavior: 'instant'});
}

/**
 * When nothing is lost if the canvas takes over: no text is selected and the contents are not open.
 * @returns {Promise<void>}
 */
export function undisturbed() {
  const busy = () => {
    const selection = getSelection();
    if (selection && !selection.isCollapsed && document.getElementById('book').contains(selection.anchorNode)) return true;
    return document.querySelector('#chapters').matches(':popover-open');
  };
  const isBusy = () => {
    try {
      return busy();
    } catch {
      return false;  // a browser that knows no popovers
    }
  };
  return new Promise((resolve) => {
    const look = () => {
      if (isBusy()) return;
      document.removeEventListener('selectionchange', look);
      document.getElementById('chapters').removeEventListener('toggle', look);
      resolve();
    };
    document.addEventListener('selectionchange', look);
    document.getElementById('chapters').addEventListener('toggle', look);
    look();
  });
}
