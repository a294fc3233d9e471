// The book's examples as text. Each has Run, Stop and its output from the first moment on, before the program is there: what
// is pressed then begins as soon as it can. The canvas takes over what runs. Where there is no canvas, because the browser
// does not draw it or has taken its graphics away, the examples can be edited too.
//
// The program says what they show (src/ui/plain_view.h); what is done to them goes to it by its overlay numbers.

import {makeEditor, replace} from './editor.js';
import {storageHost} from './host-storage.js';

// In the order of src/ui/surface/overlay_ids.h's ExamplePart.
const part = {editor: 2, run: 3, reset: 4, gil: 5, console: 6};
const streams = ['out', 'error', 'note'];  // in the order of ConsoleStream

function make(name, properties = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

/** @type {object | null} the program's functions, once programs can be run */
let program = null;
const examples = new Map();  // by the number of their first overlay, once the program has given it
let all = [];
let sayAloud = (_sentence) => {};

class PlainExample {
  constructor(figure) {
    this.id = figure.id;
    this.figure = figure;
    this.title = figure.querySelector('figcaption').firstChild.textContent.trim();
    this.code = figure.querySelector('pre code');
    const edit = storageHost.load(`edit:${this.id}`);
    this.field = null;
    if (edit !== null) this.setText(edit, false);
    this.first = 0;
    this.wanted = false;  // Run was pressed before the program was there
    this.active = false;
    this.told = () => {};  // its first output is shown, or its end
    this.button = this.makeButton('run', 'Run');
    this.reset = this.makeButton('reset', 'Reset');
    this.reset.setAttribute('aria-label', `Reset: ${this.title}`);
    this.gil = make('button', {type: 'button', title: 'Global interpreter lock', textContent: 'GIL'});
    this.gil.setAttribute('role', 'switch');
    this.gil.setAttribute('aria-label', 'Global interpreter lock');
    this.gil.addEventListener('click', () => this.act(part.gil));
    this.state = make('span', {className: 'state'});
    this.output = make('pre', {className: 'output', tabIndex: 0, hidden: true});
    this.output.setAttribute('role', 'region');
    this.output.setAttribute('aria-label', `Output of: ${this.title}`);
    this.refusal = make('p', {className: 'refusal', hidden: true, textContent: 'Your edits cannot be kept: this browser refuses storage to the page.'});
    figure.append(this.refusal, make('div', {className: 'tools'}, this.button, this.reset, this.state, this.gil), this.output);
    figure.classList.add('live');
    const gil = storageHost.load(`gil:${this.id}`) ?? figure.dataset.gil ?? 'on';
    this.show({words: '', hasRun: false, active: false, canBeStopped: false, edited: false, gil: gil === 'on', notKept: false});
  }

  makeButton(name, text) {
    const button = make('button', {type: 'button', className: name, textContent: text});
    button.addEventListener('click', () => this.act(part[name]));
    return button;
  }

  act(which) {
    if (program && this.first) {
      program.clicked(this.first + which);
    } else if (which === part.run) {
      this.wanted = !this.wanted;
      this.mark(this.wanted, this.wanted ? 'Starts as soon as it can' : '');
    }
  }

  /** The program is there. */
  connect() {
    this.first = program.example(this.id);
    if (!this.first) return;
    examples.set(this.first, this);
    for (const [name, node] of [['run', this.button], ['reset', this.reset], ['gil', this.gil], ['console', this.output]]) {
      node.dataset.overlay = this.first + part[name];
    }
  }

  /** Begins what the reader wanted to run. Answers whether there was such a wish. */
  begin() {
    if (!this.wanted) return false;
    this.wanted = false;
    this.act(part.run);
    return true;
  }

  mark(active, words) {
    const word = active ? 'Stop' : 'Run';
    this.active = active;
    this.button.textContent = word;
    this.button.setAttribute('aria-label', `${word}: ${this.title}`);
    this.state.textContent = words;
  }

  /** What src/ui/surface/host.h's PlainExample says. */
  show({words, hasRun, active, canBeStopped, edited, gil, notKept}) {
    if (!this.wanted) this.mark(active, words);
    const disable = (button, disabled) => disabled ? button.setAttribute('aria-disabled', 'true') : button.removeAttribute('aria-disabled');
    disable(this.button, active && !canBeStopped);
    disable(this.reset, !edited);
    this.gil.setAttribute('aria-checked', String(gil));
    this.output.hidden = !hasRun;
    this.refusal.hidden = !notKept;
    if (hasRun && !active) this.told();
    this.output.dataset.empty = active ? 'No output yet' : 'No output';
  }

  setText(text, undoable) {
    if (!this.field) {
      if (this.code.textContent.replace(/\n$/, '') !== text) this.code.textContent = text;
    } else if (this.field.value !== text) {
      if (undoable) replace(this.field, 0, this.field.value.length, text, 0);
      else this.field.value = text;
      this.fit();
    }
  }

  setOutput(pieces) {
    const {output} = this;
    const isFollowing = output.scrollTop + output.clientHeight >= output.scrollHeight - 2;
    output.replaceChildren(...pieces);
    if (pieces.length > 0) this.told();
    if (isFollowing) output.scrollTop = output.scrollHeight;
  }

  makeEditable() {
    if (this.field || !this.first) return;
    this.field = make('textarea', {value: this.code.textContent.replace(/\n$/, ''), spellcheck: false, wrap: 'off', autocomplete: 'off', rows: 1});
    for (const name of ['autocapitalize', 'autocorrect']) this.field.setAttribute(name, 'off');
    this.field.setAttribute('translate', 'no');
    this.field.setAttribute('aria-label', `Program: ${this.title}. Press Escape, then Tab to leave the editor.`);
    const number = this.first + part.editor;
    this.field.dataset.overlay = number;
    this.field.addEventListener('input', () => {
      this.fit();
      program?.edited(number, this.field.value);
    });
    makeEditor(this.field, {run: () => program?.runKey(number), leaving: () => sayAloud('Tab leaves the editor.')});
    this.code.parentElement.replaceWith(this.field);
    this.fit();
  }

  /** The field is as high as its text. */
  fit() {
    this.field.rows = this.field.value.replace(/\n$/, '').split('\n').length;
  }
}

const exampleOf = (id, which) => examples.get(id - which);

let console_ = null, pieces = [];  // the output that is being told

/** What the program calls. */
export const plainHost = {
  showExample: (first, state) => examples.get(first)?.show(state),
  beginOutput(id) {
    console_ = exampleOf(id, part.console);
    pieces = [];
  },
  outputPiece(text, stream) {
    pieces.push(make('span', {className: streams[stream], textContent: text}));
  },
  endOutput() {
    console_?.setOutput(pieces);
  },
};

/** What an example's editor holds is told for the canvas's and for the text's. */
export const setPlainText = (id, text, undoable) => exampleOf(id, part.editor)?.setText(text, undoable);

/** Gives the examples of this page their tools. */
export function showExamples(announce) {
  sayAloud = announce;
  all = Array.from(document.querySelectorAll('figure.example'), (figure) => new PlainExample(figure));
}

/**
 * Programs can be run: those the reader wanted begin.
 * @returns {Promise<unknown>} settled when their first output is shown, they have ended, or a second has passed
 */
export function connectExamples(functions) {
  program = functions;
  for (const example of all) example.connect();
  const wanted = all.filter((example) => example.begin());
  const shown = wanted.map((example) => new Promise((resolve) => { example.told = resolve; }));
  return Promise.race([Promise.all(shown), new Promise((resolve) => { if (wanted.length > 0) setTimeout(resolve, 1000); })]);
}

/** The examples are text for good, or for longer. */
export function makeEditable() {
  for (const example of all) example.makeEditable();
}

/** The program has come to a bad end. */
export function disconnectExamples() {
  program = null;
  for (const example of all) example.figure.classList.remove('live');
}
