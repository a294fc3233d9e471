// The elements over the canvas: they show nothing, take what the reader does, and are the page to those who do not see
// the canvas. They come in groups, each an element of its own that moves as one (src/ui/surface/host.h).

import {makeEditor, replace} from './editor.js';
import {gestures, makeStage} from './stage.js';

const kinds = ['button', 'switch', 'link', 'editor', 'console', 'block', 'stage'];
const faces = ['f-regular', 'f-semibold', 'f-bold', 'f-italic', 'f-mono', 'f-mono f-bold'];  // in the order of src/ui/layout/type.h's Face

const overlays = new Map();  // number -> {node, kind, target, set: what was set, …}
const groups = new Map();    // number -> {node, area}

let areas = [];
let report = null;   // the program's functions
let announce = null;
let group = null;    // whose overlays are being named
let cursor = null;   // the element behind the one placed last
let left = null;     // numbers of the group's overlays that have not been named yet
let block = null;    // whose pieces are being told

/** Before the program is there: `elements` in the order of Area. */
export function prepareOverlays(elements, sayAloud) {
  areas = elements;
  announce = sayAloud;
}

/** From now on `program` is told, or nobody (null). */
export function reportTo(program) {
  report = program;
}

export const numberOf = (node) => Number(node?.dataset?.overlay ?? 0);

/** Reports what happens to a button or a link. */
function listen(node, id) {
  node.dataset.overlay = id;
  node.addEventListener('click', (event) => {
    if (node.getAttribute('aria-disabled') === 'true') return;
    // A link opened beside the page is the browser's.
    if (node.href && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) return;
    if (report?.clicked(id)) event.preventDefault();
  });
  follow(node, id);
}

/** Reports the focus and the mouse. */
function follow(node, id) {
  node.addEventListener('focus', () => report?.focused(id));
  node.addEventListener('blur', () => report?.focused(0));
  // A finger does not hover.
  node.addEventListener('pointerenter', (event) => { if (event.pointerType === 'mouse') report?.hovered(id); });
  node.addEventListener('pointerleave', (event) => { if (event.pointerType === 'mouse') report?.hovered(0); });
}

function setTarget(link, target) {
  link.href = target;
  if (target.includes(':')) Object.assign(link, {target: '_blank', rel: 'noopener'});
}

// ---- making and placing ---------------------------------------------------------------------------------------

function makeField(id) {
  const node = document.createElement('textarea');
  Object.assign(node, {spellcheck: false, wrap: 'off', autocomplete: 'off', rows: 1});
  node.setAttribute('autocapitalize', 'off');
  node.setAttribute('autocorrect', 'off');
  node.setAttribute('translate', 'no');
  node.addEventListener('input', () => report?.edited(id, node.value));
  node.addEventListener('scroll', () =>
    report?.textScrolled(id, node.scrollLeft * (overlays.get(id)?.shrink ?? 1), 0, false), {passive: true});
  makeEditor(node, {
    run: () => report?.runKey(id),
    leaving: () => announce('Tab leaves the editor.'),
  });
  return node;
}

/** A console holds its text between two empty blocks, which have the height of the lines that are not in it. */
function makeConsole(id) {
  const node = document.createElement('div');
  node.className = 'console';
  node.tabIndex = 0;
  node.setAttribute('role', 'region');
  node.append(document.createElement('div'), document.createTextNode(''), document.createElement('div'));
  node.addEventListener('scroll', () => {
    const atEnd = node.scrollTop + node.clientHeight >= node.scrollHeight - 2;
    const overlay = overlays.get(id);
    if (!overlay) return;  // it was taken away since it was scrolled
    overlay.following = atEnd;
    report?.textScrolled(id, node.scrollLeft, node.scrollTop, atEnd);
  }, {passive: true});
  // A line that is pressed, unless that was to select some of it.
  node.addEventListener('click', (event) => {
    if (!getSelection().isCollapsed) return;
    const box = node.getBoundingClientRect();
    report?.pointed(id, gestures.press, event.clientX - box.left, event.clientY - box.top, 0);
  });
  return node;
}

function make(id, kind, target) {
  let node;
  if (kind === 'block') {
    node = document.createElement(target);
    node.className = 'block';
    return {node, kind, target, set: {}};
  }
  if (kind === 'link') {
    node = document.createElement('a');
  } else if (kind === 'editor') {
    node = makeField(id);
  } else if (kind === 'console') {
    node = makeConsole(id);
  } else if (kind === 'stage') {
    node = makeStage((gesture, x, y, amount) => report?.pointed(id, gesture, x, y, amount), target === 'keys');
  } else {
    node = document.createElement('button');
    node.type = 'button';
    if (kind === 'switch') node.setAttribute('role', 'switch');
  }
  node.classList.add('over');
  node.dataset.overlay = id;
  if (kind === 'editor' || kind === 'console' || kind === 'stage') follow(node, id);
  else listen(node, id);
  return {node, kind, target, set: {}, following: true};
}

function update(overlay, name, value, apply) {
  if (overlay.set[name] === value) return;
  overlay.set[name] = value;
  apply(overlay.node, value);
}

function apply(overlay, o) {
  const {kind} = overlay;
  // Text smaller than 16 px makes phones zoom in when a field gets the focus. The field keeps 16 px and is scaled.
  const shrink = kind === 'editor' && o.fontSize < 15 ? o.fontSize / 16 : 1;
  const style = (name, css) => update(overlay, name, css, (n, v) => { n.style[name] = v; });
  style('left', `${o.x}px`);
  style('top', `${o.y}px`);
  style('width', `${o.w / shrink}px`);
  style('height', `${o.h / shrink}px`);
  if (kind === 'editor' || kind === 'console') {
    style('fontSize', `${o.fontSize / shrink}px`);
    style('lineHeight', `${o.lineHeight / shrink}px`);
    if (kind === 'editor') style('transform', shrink === 1 ? '' : `scale(${shrink})`);
    overlay.shrink = shrink;
    overlay.lineHeight = o.lineHeight;
  }
  if (kind === 'block') return;
  update(overlay, 'label', o.label, (n, v) => {
    n.setAttribute('aria-label', v);
    if (kind === 'switch') n.title = v;  // what is painted beside it is short
  });
  if (kind === 'link') {
    update(overlay, 'target', o.target, setTarget);
    const current = o.target.includes('#') ? 'location' : 'page';
    update(overlay, 'on', o.on, (n, v) => v ? n.setAttribute('aria-current', current) : n.removeAttribute('aria-current'));
  } else {
    update(overlay, 'disabled', o.disabled, (n, v) => v ? n.setAttribute('aria-disabled', 'true') : n.removeAttribute('aria-disabled'));
  }
  if (kind === 'switch') update(overlay, 'on', o.on, (n, v) => n.setAttribute('aria-checked', String(v)));
  update(overlay, 'tab', o.tab, (n, v) => {
    if (!v) n.tabIndex = -1;
    if (kind === 'button') v ? n.removeAttribute('aria-hidden') : n.setAttribute('aria-hidden', 'true');
    else if (kind !== 'console' && kind !== 'stage') n.removeAttribute('tabindex');
  });
}

function forget(id) {
  overlays.get(id)?.node.remove();
  overlays.delete(id);
}

// ---- text -----------------------------------------------------------------------------------------------------

function setConsole(overlay, text, before, after) {
  const {node} = overlay;
  const [above, data, below] = node.childNodes;
  above.style.height = `${before * overlay.lineHeight}px`;
  below.style.height = `${after * overlay.lineHeight}px`;
  // Appending keeps what the reader has selected.
  if (data.length > 0 && text.startsWith(data.data)) data.appendData(text.slice(data.length));
  else if (data.data !== text) data.data = text;
  if (overlay.following || text.length === 0) node.scrollTop = node.scrollHeight;
}

function setEditor(overlay, text, undoable) {
  const {node} = overlay;
  if (node.value === text) return;
  if (!undoable) {
    node.value = text;
    return;
  }
  const before = document.activeElement;
  node.focus({preventScroll: true});
  replace(node, 0, node.value.length, text, 0);
  if (before instanceof HTMLElement && before !== node) before.focus({preventScroll: true});
}

/** What the program calls. */
export const overlayHost = {
  beginGroup(id, area, raised) {
    group = groups.get(id);
    if (!group) {
      const node = document.createElement('div');
      node.className = raised ? 'group raised' : 'group';
      areas[area].append(node);
      groups.set(id, group = {node, area});
    }
    cursor = group.node.firstElementChild;
    left = new Set([...group.node.children].map(numberOfAny));
  },
  place(id, kindNumber, x, y, w, h, label, target, disabled, on, tab, fontSize, lineHeight) {
    const kind = kinds[kindNumber];
    let overlay = overlays.get(id);
    // A number may stand for another kind of thing than before: in another chapter.
    if (overlay && (overlay.kind !== kind || (kind === 'block' && overlay.target !== target))) {
      if (cursor === overlay.node) cursor = cursor.nextElementSibling;
      forget(id);
      overlay = null;
    }
    if (!overlay) {
      overlays.set(id, overlay = make(id, kind, target));
      overlay.node.dataset.number = id;
    }
    apply(overlay, {x, y, w, h, label, target, disabled, on, tab, fontSize, lineHeight});
    left.delete(id);
    // Only an element that is not in its place is moved: moving takes the focus away.
    if (cursor === overlay.node) cursor = overlay.node.nextElementSibling;
    else group.node.insertBefore(overlay.node, cursor);
  },
  endGroup() {
    left.forEach(forget);
  },
  moveGroup(id, x, y) {
    Object.assign(groups.get(id).node.style, {left: `${x}px`, top: `${y}px`});
  },
  keepGroups(ids) {
    const kept = new Set(ids);
    for (const [id, {node}] of groups) {
      if (kept.has(id)) continue;
      for (const child of node.children) overlays.delete(numberOfAny(child));
      node.remove();
      groups.delete(id);
    }
    const cursors = areas.map((area) => area.querySelector(':scope > .group'));
    for (const id of ids) {
      const {node, area} = groups.get(id);
      if (cursors[area] === node) cursors[area] = nextGroup(node);
      else areas[area].insertBefore(node, cursors[area]);
    }
  },

  beginBlock(id) {
    block = overlays.get(id).node;
    block.replaceChildren();
  },
  blockPiece(x, y, w, h, text, face, size, tracking, link, target, first) {
    const piece = document.createElement(link ? 'a' : 'span');
    piece.textContent = text;
    piece.className = faces[face];
    Object.assign(piece.style, {left: `${x}px`, top: `${y}px`, height: `${h}px`, lineHeight: `${h}px`, fontSize: `${size}px`,
      letterSpacing: `${tracking}px`});
    if (link) {
      setTarget(piece, target);
      if (!first) piece.tabIndex = -1;
      listen(piece, link);
    }
    block.append(piece);
  },

  setText(id, text, undoable) {
    const overlay = overlays.get(id);
    if (overlay) setEditor(overlay, text, undoable);
  },
  scrollText(id, top) {
    const node = overlays.get(id)?.node;
    if (node) node.scrollTop = top;
  },
  setConsole(id, text, before, after) {
    const overlay = overlays.get(id);
    if (overlay) setConsole(overlay, text, before, after);
  },
  focus(id) {
    overlays.get(id)?.node.focus({preventScroll: true});
  },
};

const numberOfAny = (node) => Number(node.dataset.number);

function nextGroup(node) {
  do node = node.nextElementSibling; while (node && !node.classList.contains('group'));
  return node;
}
