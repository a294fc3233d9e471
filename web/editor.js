// What a text field needs to be an editor for Python: indenting, unindenting, indentation that goes on, a way out
// with the keyboard. Every change goes through the browser's own editing, so that its undo knows of it.

const unit = 4;

/** Replaces [from, to) of the field by `text`, undoably, and selects [selectFrom, selectTo) of the result. */
export function replace(field, from, to, text, selectFrom = from + text.length, selectTo = selectFrom) {
  field.setSelectionRange(from, to);
  const done = text === ''
    ? from === to || document.execCommand('delete')
    : document.execCommand('insertText', false, text);
  if (!done) {
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }
  field.setSelectionRange(selectFrom, selectTo);
}

const lineStart = (text, at) => text.lastIndexOf('\n', at - 1) + 1;

function indent(field) {
  const {value, selectionStart: from, selectionEnd: to} = field;
  if (!value.slice(from, to).includes('\n')) {
    const column = from - lineStart(value, from);
    replace(field, from, to, ' '.repeat(unit - column % unit));
    return;
  }
  changeLines(field, (line) => line.trim() === '' ? line : ' '.repeat(unit) + line);
}

function unindent(field) {
  changeLines(field, (line) => line.replace(/^( {1,4}|\t)/, ''));
}

/** Changes each line the selection touches; the selection keeps its letters. */
function changeLines(field, change) {
  const {value, selectionStart: from, selectionEnd: to} = field;
  const begin = lineStart(value, from);
  // A selection that ends before the first letter of a line does not mean that line.
  const reach = to > from && value[to - 1] === '\n' ? to - 1 : to;
  let end = value.indexOf('\n', reach);
  if (end < 0) end = value.length;
  const before = value.slice(begin, end).split('\n');
  const after = before.map(change);
  const text = after.join('\n');
  if (text === value.slice(begin, end)) return;
  const firstShift = after[0].length - before[0].length;
  const selectFrom = Math.max(begin, from + firstShift);
  const selectTo = Math.max(selectFrom, to + text.length - (end - begin));
  replace(field, begin, end, text, selectFrom, from === to ? selectFrom : selectTo);
}

function newLine(field) {
  const {value, selectionStart: from, selectionEnd: to} = field;
  const line = value.slice(lineStart(value, from), from);
  let blanks = line.match(/^[ \t]*/)[0];
  const code = line.replace(/#.*$/, '').trimEnd();
  if (code.endsWith(':')) blanks += ' '.repeat(unit);
  else if (/^\s*(return|pass|break|continue|raise)\b/.test(code)) blanks = blanks.slice(0, -unit);
  replace(field, from, to, '\n' + blanks);
}

/** Within indentation Backspace takes a whole step. Answers whether it did. */
function backspace(field) {
  const {value, selectionStart: from, selectionEnd: to} = field;
  if (from !== to) return false;
  const start = lineStart(value, from);
  const column = from - start;
  if (column < 2 || value.slice(start, from).trim() !== '') return false;
  replace(field, from - ((column - 1) % unit + 1), from, '');
  return true;
}

/**
 * Makes a text field an editor.
 * @param {HTMLTextAreaElement} field
 * @param {{run(): void, leaving(): void}} on
 */
export function makeEditor(field, on) {
  let leaving = false;  // Escape was pressed: Tab is the browser's again
  field.addEventListener('blur', () => { leaving = false; });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') {
      leaving = true;
      on.leaving();
      return;
    }
    if (event.key === 'Tab' && !command && !event.altKey) {
      if (leaving) return;
      event.preventDefault();
      if (event.shiftKey) unindent(field);
      else indent(field);
      return;
    }
    if (event.key !== 'Shift') leaving = false;
    if (event.key === 'Enter' && command) {
      event.preventDefault();
      on.run();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      newLine(field);
    } else if (event.key === 'Backspace' && !command && !event.altKey && backspace(field)) {
      event.preventDefault();
    }
  });
}
