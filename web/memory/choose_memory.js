// Put at the head of app.js by the build (emscripten.cmake, --pre-js): chooses how much memory the
// page runs with. The memory is shared by all threads and must not grow (growing it crashed iOS), so
// it is asked for once, as much as may be useful, and less where a browser refuses. A browser
// commits pages only when they are touched: asking for much costs address space alone.
if (typeof window !== 'undefined' && !Module['wasmMemory']) {
  const pagesPerMegabyte = 16;
  for (const megabytes of [2048, 1024, 512, 256]) {
    const pages = megabytes * pagesPerMegabyte;
    try {
      Module['wasmMemory'] = new WebAssembly.Memory({initial: pages, maximum: pages, shared: true});
      break;
    } catch (error) {
      if (megabytes === 256) throw error;  // the page's own checks turn this into a sentence
    }
  }
}
