// Stands before the program that Emscripten makes of explorer.cpp, which is a Web Worker: its messages.
//
// It gets, one after the other, {search: program, options}, {finish: program, options, verdict}, {step: program} or
// {tell: command}, where a program is text and all else bytes. To each it answers {answer: bytes} any number of times, and
// then {done: true}, or {problem}. It fetches the standard library by itself.

/* global Module, _explorer_finish, _explorer_library, _explorer_search, _explorer_step, _explorer_tell, _free, _malloc */
/* global stringToNewUTF8, HEAPU8 */
{
  Module.onAbort = (reason) => postMessage({problem: String(reason)});
  const withTexts = (texts, use) => {
    const pointers = texts.map((text) => stringToNewUTF8(text));
    try {
      if (pointers.includes(0)) throw new Error('out of memory');
      return use(...pointers);
    } finally {
      pointers.forEach((pointer) => _free(pointer));
    }
  };
  const withBytes = (bytes, use) => {
    const pointer = _malloc(bytes.length + 1);
    if (!pointer) throw new Error('out of memory');
    try {
      HEAPU8.set(bytes, pointer);
      return use(pointer, bytes.length);
    } finally {
      _free(pointer);
    }
  };
  const open = async (name) => {
    const response = await fetch(name);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.json();
  };
  const initialized = new Promise((resolve) => { Module.onRuntimeInitialized = resolve; });
  const ready = (async () => {
    const [most, more] = await Promise.all([open('library.json'), open('library-more.json'), initialized]);
    const texts = {...most.texts, ...more};
    for (const name of Object.keys(texts).sort()) withTexts([name, texts[name]], (...both) => _explorer_library(...both));
  })();
  ready.catch(() => {});  // who asks for something is told
  const answer = async ({data}) => {
    try {
      await ready;
      const {search, finish, step, tell, options, verdict} = data;
      if (search !== undefined) {
        withTexts([search], (source) => withBytes(options, (...its) => _explorer_search(source, ...its)));
      } else if (finish !== undefined) {
        withTexts([finish], (source) => withBytes(options, (...its) => withBytes(verdict, (...known) => _explorer_finish(source, ...its, ...known))));
      } else if (step !== undefined) {
        withTexts([step], (source) => _explorer_step(source));
      } else {
        withBytes(tell, (...command) => _explorer_tell(...command));
      }
      postMessage({done: true});
    } catch (error) {
      postMessage({problem: String(error?.message ?? error)});
    }
  };
  addEventListener('message', (event) => void answer(event));
}
