// What is asked of our JavaScript: faults, nothing of taste. The types are TypeScript's, read from the code as it is and
// from what the libraries declare, so that a promise nobody waits for is found as well.

import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import js from '@eslint/js';
import globals from 'globals';
import typescript from 'typescript-eslint';

// Tests hand functions to the page: those see the browser's names, the page's interface, the program's allocator.
const inThePage = {...globals.browser, threadbook: 'readonly', _malloc: 'readonly', _free: 'readonly'};
// node's runner waits for its tests by itself.
const tests = [{from: 'package', package: 'node:test', name: ['test', 'it', 'describe']}];

export default [
  js.configs.recommended,
  {
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    plugins: {'@typescript-eslint': typescript.plugin},
    languageOptions: {
      parser: typescript.parser,
      parserOptions: {project: 'tsconfig.json', tsconfigRootDir: dirname(fileURLToPath(import.meta.url))},
    },
    rules: {
      // Promises: waited for, handed on, or given up with `void`.
      '@typescript-eslint/no-floating-promises': ['error', {allowForKnownSafeCalls: tests}],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      // Names.
      'no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      'no-shadow-restricted-names': 'error',
      'no-use-before-define': ['error', {functions: false, classes: true, variables: false}],
      'no-var': 'error',
      'prefer-const': ['error', {destructuring: 'all'}],
      'no-implicit-globals': 'error',
      // What is never reached, or never what was meant.
      'array-callback-return': 'error',
      'no-constructor-return': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unmodified-loop-condition': 'error',
      'no-unreachable-loop': 'error',
      'no-useless-assignment': 'error',
      'no-throw-literal': 'error',
      'eqeqeq': 'error',
      'no-implied-eval': 'error',
    },
  },
  {files: ['web/**'], languageOptions: {globals: globals.browser}},
  {files: ['web/service-worker.js'], languageOptions: {globals: globals.serviceworker}},
  {files: ['web/memory/**'], languageOptions: {sourceType: 'script', globals: {Module: 'readonly'}}},
  {files: ['tests/**'], languageOptions: {globals: {...globals.node, ...inThePage}}},
];
