// Letters the program's typefaces lack: drawn by the browser in whatever typeface has them, and handed over as pictures.
// Some it fetches for that (web/page.css), and draws in another one until then.

let scratch;

/**
 * @param {string} letter
 * @param {number} size of the type, in device pixels
 * @returns {{rgba: Uint8ClampedArray, width: number, height: number, left: number, top: number, advance: number,
 *   colored: boolean} | null} null if there is nothing to draw
 */
export function drawGlyph(letter, size, mono) {
  scratch ??= Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
  const font = `${size}px ${mono ? '"Threadbook Mono", monospace' : '"Threadbook Text", sans-serif'}`;
  scratch.font = font;
  const box = scratch.measureText(letter);
  const left = Math.floor(-box.actualBoundingBoxLeft) - 1;
  const top = Math.floor(-box.actualBoundingBoxAscent) - 1;
  const width = Math.ceil(box.actualBoundingBoxRight) + 1 - left;
  const height = Math.ceil(box.actualBoundingBoxDescent) + 1 - top;
  if (!(width > 2 && height > 2 && width < 600 && height < 600)) return null;
  scratch.canvas.width = width;
  scratch.canvas.height = height;
  scratch.font = font;
  scratch.fillStyle = '#fff';
  scratch.fillText(letter, -left, -top);
  const rgba = scratch.getImageData(0, 0, width, height).data;
  let colored = false;
  for (let i = 0; i < rgba.length && !colored; i += 4) {
    colored = rgba[i + 3] > 64 && (rgba[i] < 200 || rgba[i + 1] < 200 || rgba[i + 2] < 200);
  }
  if (!colored) {
    for (let i = 0; i < rgba.length; i += 4) rgba[i] = rgba[i + 1] = rgba[i + 2] = 255;
  }
  return {rgba, width, height, left, top, advance: box.width, colored};
}
