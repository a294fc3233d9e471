// Sentences about the page itself: what is missing and what to do, or that something is new. One at a time, at the
// window's lower edge, where it covers neither the beginning of the text nor moves it.

/** What stands in the way: two sentences for the reader, and for who looks into the matter a detail. */
export class Problem extends Error {
  /**
   * @param {string} what   what is missing or has gone wrong
   * @param {string} remedy what the reader can do
   * @param {unknown} [cause]
   */
  constructor(what, remedy, cause) {
    super(what, {cause});
    this.what = what;
    this.remedy = remedy;
  }
}

const notice = () => document.getElementById('notice');

function paragraph(text) {
  return Object.assign(document.createElement('p'), {textContent: text});
}

/** Takes the notice away. */
export function clear() {
  notice().hidden = true;
  notice().replaceChildren();
}

/**
 * Shows a notice.
 * @param {string} what      its first sentence
 * @param {string[]} more    further ones, each a paragraph
 * @param {{link?: {text: string, href: string, apart?: boolean}, action?: {text: string, act: () => void}}} [options]
 *   a link, in a tab of its own if `apart`; a button beside the one that closes the notice
 */
export function tell(what, more, {link, action} = {}) {
  const strong = Object.assign(document.createElement('strong'), {textContent: what});
  notice().replaceChildren(strong, ...more.filter(Boolean).map(paragraph));
  if (link) {
    const anchor = Object.assign(document.createElement('a'), {textContent: link.text, href: link.href});
    if (link.apart) Object.assign(anchor, {target: '_blank', rel: 'noopener'});
    const around = paragraph('');
    around.append(anchor);
    notice().append(around);
  }
  const button = (text, act, className) => {
    const node = Object.assign(document.createElement('button'), {type: 'button', textContent: text, className});
    node.addEventListener('click', act);
    notice().append(node);
  };
  if (action) button(action.text, action.act, '');
  button('Close', clear, 'quiet');
  notice().hidden = false;
}
