// Runs one Python program with Pyodide under node, as `python3 FILE` would: the reference for what is newer than the
// python3 at hand. Single-threaded programs only, for Pyodide has no others.
//
//     node tests/pyodide.mjs FILE.py
//
// Pyodide is what tests/benchmarks/package.json pins.

import {readFileSync} from 'node:fs';
import {loadPyodide} from './benchmarks/node_modules/pyodide/pyodide.mjs';

const source = readFileSync(process.argv[2], 'utf8');
const python = await loadPyodide();
python.setStdout({write: (bytes) => process.stdout.write(bytes) && bytes.length});
python.setStderr({write: (bytes) => process.stderr.write(bytes) && bytes.length});
try {
  python.runPython(source, {globals: python.toPy({__name__: '__main__'}), filename: process.argv[2]});
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
