// The first visit as a picture: a bar for each request, from asking over the first byte to the last, and the moments that a
// reader notices.

const left = 300, right = 90, top = 64, height = 24, width = 1240;
const text = (value) => String(value).replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const size = (bytes) => bytes < 1e5 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1e6).toFixed(2)} MB`;

const noticed = [
  ['readable', 'text can be read', '#0b7472'], ['canvas', 'canvas', '#8a5a00'], ['pressed', 'Run can be pressed', '#5b3fa0'],
  ['printed', 'first line printed', '#a0301f'],
];

/** @returns {string} SVG. `visited` is what visit() answers, `line` the line it was made on. */
export function waterfall(visited, line) {
  const requests = visited.requests.map((entry) => ({...entry,
    begin: entry.begin - visited.origin, first: entry.first - visited.origin, end: entry.end - visited.origin}));
  const marks = noticed.map(([name, ...rest]) => [visited[name], ...rest]).sort(([a], [b]) => a - b);
  const last = Math.max(...requests.map(({end}) => end), ...marks.map(([at]) => at));
  const x = (ms) => left + ms / last * (width - left - right);
  const bottom = top + requests.length * height;
  const all = requests.reduce((sum, {bytes}) => sum + bytes, 0);
  const parts = [];

  // A grid of round numbers of seconds, eight lines at most.
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].find((s) => last / 1000 / s <= 8) ?? 60;
  for (let at = 0; at * 1000 <= last; at += step) {
    parts.push(`<line x1="${x(at * 1000)}" y1="${top}" x2="${x(at * 1000)}" y2="${bottom}" stroke="#e3dfd5"/>`,
      `<text x="${x(at * 1000)}" y="${top - 8}" text-anchor="middle" class="quiet">${Number(at.toFixed(1))} s</text>`);
  }
  requests.forEach(({path, status, begin, first, end, bytes}, i) => {
    const y = top + i * height;
    parts.push(`<text x="16" y="${y + 16}">${text(path.slice(1))}${status === 200 ? '' : ` (${status})`}</text>`,
      `<text x="${left - 12}" y="${y + 16}" text-anchor="end" class="quiet">${size(bytes)}</text>`,
      `<rect x="${x(begin)}" y="${y + 5}" width="${x(first) - x(begin)}" height="14" fill="#d5d0c3"/>`,
      `<rect x="${x(first)}" y="${y + 5}" width="${Math.max(1, x(end) - x(first))}" height="14" fill="#3f9a92"/>`,
      `<text x="${x(end) + 6}" y="${y + 16}" class="quiet">${(end / 1000).toFixed(2)}</text>`);
  });
  marks.forEach(([at, what, color], i) => {
    const y = bottom + 20 + i * 18;
    const anchor = x(at) > width - 220 ? 'end' : 'start';
    parts.push(`<line x1="${x(at)}" y1="${top}" x2="${x(at)}" y2="${y + 2}" stroke="${color}" stroke-width="1.5"/>`,
      `<text x="${x(at) + (anchor === 'end' ? -6 : 6)}" y="${y}" text-anchor="${anchor}" style="fill: ${color}">${what}, ${(at / 1000).toFixed(2)} s</text>`);
  });
  const whole = bottom + 20 + marks.length * 18 + 12;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${whole}" width="${width}" height="${whole}">
<style>text { font: 13px system-ui, sans-serif; fill: #2b2c30 } .quiet { fill: #66635b; font-size: 12px } .title { font-size: 16px; font-weight: 600 }</style>
<rect width="100%" height="100%" fill="#fbfaf7"/>
<text x="16" y="30" class="title">A first visit at ${line.kilobits} kbit/s, ${line.latency} ms: ${requests.length} requests, ${size(all)}</text>
${parts.join('\n')}
</svg>
`;
}
