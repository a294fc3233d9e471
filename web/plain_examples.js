// The text's examples, made to run: where the canvas cannot be, because the browser does not draw it or has taken its
// graphics away, each example gets a text field, Run, Stop, the GIL switch and its output. One program runs at a time.

import {makeEditor} from './editor.js';
import {host} from './host.js';
import {engine, threadbook} from './threadbook.js';

const lookEvery = 100;  // ms between two looks at what the program has printed
const mostShown = 100_000;  // letters of output; what came first goes

function make(name, properties = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

let running = null;  // the example whose program runs

class PlainExample {
  constructor(figure, program) {
    this.figure = figure;
    this.program = program;
    const source = figure.querySelector('pre').textContent;
    const title = figure.querySelector('figcaption').firstChild.textContent.trim();
    this.field = make('textarea', {value: source, spellcheck: false, wrap: 'off', autocomplete: 'off', rows: 1});
    for (const name of ['autocapitalize', 'autocorrect']) this.field.setAttribute(name, 'off');
    this.field.setAttribute('aria-label', `Program: ${title}.`);
    this.field.addEventListener('input', () => this.fit());
    makeEditor(this.field, {run: () => void this.run(), leaving: () => host.announce('Tab leaves the editor.')});
    this.button = this.makeButton('Run', () => this.press());
    this.button.setAttribute('aria-label', `Run: ${title}`);
    this.reset = this.makeButton('Reset', () => {
      this.field.value = source;
      this.fit();
    });
    this.reset.setAttribute('aria-label', `Reset: ${title}`);
    this.gil = make('input', {type: 'checkbox', checked: figure.dataset.gil !== 'off'});
    this.gil.setAttribute('role', 'switch');
    this.state = make('span', {className: 'state'});
    this.output = make('pre', {className: 'output', tabIndex: 0, hidden: true});
    this.output.setAttribute('role', 'region');
    this.output.setAttribute('aria-label', `Output of: ${title}`);
    this.output.setAttribute('aria-live', 'polite');
    figure.querySelector('pre').replaceWith(this.field);
    figure.append(make('div', {className: 'tools'}, this.button, this.reset, this.state, make('label', {}, 'GIL ', this.gil)), this.output);
    figure.classList.add('live');
    this.fit();
    this.title = title;
  }

  makeButton(text, act) {
    const button = make('button', {type: 'button', textContent: text});
    button.addEventListener('click', act);
    return button;
  }

  /** The field is as high as its text. */
  fit() {
    this.field.rows = this.field.value.replace(/\n$/, '').split('\n').length;
  }

  press() {
    if (running === this) threadbook.interrupt();
    else void this.run();
  }

  show(stdout, stderr) {
    const text = stdout + stderr;
    const following = this.output.scrollTop + this.output.clientHeight >= this.output.scrollHeight - 2;
    const error = make('span', {className: 'error', textContent: stderr.slice(-mostShown)});
    this.output.replaceChildren(stdout.slice(-mostShown), error);
    this.output.hidden = text === '';
    if (following) this.output.scrollTop = this.output.scrollHeight;
  }

  async run() {
    if (running) return;
    running = this;
    this.mark('Stop', 'running');
    this.show('', '');
    let timer = 0;
    try {
      const {number, result} = engine.run(this.field.value, this.gil.checked);
      timer = setInterval(() => {
        host.printed = (stdout, stderr) => this.show(stdout, stderr);
        this.program.printed(number);
      }, lookEvery);
      const {stdout, stderr, status, seconds} = await result;
      this.show(stdout, stderr);
      const time = `after ${seconds.toFixed(2)} s`;
      this.mark('Run', status === 0 ? `finished ${time}` : status === 130 ? 'stopped' : `ended with status ${status} ${time}`);
      host.announce(`${this.title} ${status === 0 ? 'has finished' : 'has ended'}.`);
    } catch (error) {
      this.mark('Run', '');
      this.show('', `${error.message}\n`);
    } finally {
      clearInterval(timer);
      running = null;
      for (const example of examples) example.button.removeAttribute('aria-disabled');
    }
  }

  mark(word, state) {
    this.button.textContent = word;
    this.button.setAttribute('aria-label', `${word}: ${this.title}`);
    this.state.textContent = state;
    for (const example of examples) if (example !== this) example.button.setAttribute('aria-disabled', 'true');
  }
}

let examples = [];

/** Makes the examples of this page run. */
export function makeLive(program) {
  if (examples.length > 0) return;
  examples = Array.from(document.querySelectorAll('figure.example'), (figure) => new PlainExample(figure, program));
}
