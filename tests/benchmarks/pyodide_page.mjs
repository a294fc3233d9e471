// What Pyodide's page consists of: itself and a worker, in which Pyodide runs as its documentation advises for anything that
// takes time.

import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const pyodideFolder = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/pyodide');

const page = `<!doctype html><title>Pyodide</title><script type="module">
  const worker = new Worker('/pyodide/worker.mjs', {type: 'module'});
  const answer = () => new Promise((resolve) => { worker.onmessage = ({data}) => resolve(data); });
  window.run = (text) => { const printed = answer(); worker.postMessage(text); return printed; };
  window.started = answer();
</script>`;
const worker = `import {loadPyodide} from '/pyodide/pyodide.mjs';
  const python = await loadPyodide({indexURL: '/pyodide/'});
  let printed = '';
  python.setStdout({batched: (line) => { printed += line + '\\n'; }});
  onmessage = ({data}) => {
    printed = '';
    try {
      python.runPython(data, {globals: python.toPy({__name__: '__main__'})});
      postMessage({stdout: printed, stderr: ''});
    } catch (error) {
      postMessage({stdout: printed, stderr: String(error)});
    }
  };
  postMessage(python.runPython('import sys; sys.version.split()[0]'));`;

/** Beside the files of pyodideFolder, below /pyodide/. `window.started` in the page is Python's version, once it has answered. */
export const pyodidePage = {'/pyodide/': page, '/pyodide/index.html': page, '/pyodide/worker.mjs': worker};
