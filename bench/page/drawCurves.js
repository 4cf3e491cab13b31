import { formatCell } from './formatCell.js';

const [width, height] = [760, 300];
const [left, right, top, bottom] = [70, 30, 70, 46];

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Draws the rates of a table over time as lines, one for each curve. */
export function drawCurves({ title, chart: { column, curves, span } }) {
  const most = Math.max(...curves.flatMap(({ rates }) => rates));
  const seconds = (Math.max(...curves.map(({ rates }) => rates.length)) * span) / 1000;
  const toX = (second) => left + (second / seconds) * (width - left - right);
  const toY = (rate) => height - bottom - (rate / most) * (height - top - bottom);
  const lines = curves.map(({ name, rates }, i) => {
    const points = rates.map((rate, at) => `${toX(((at + 0.5) * span) / 1000).toFixed(1)},${toY(rate).toFixed(1)}`);
    const x = 16 + i * 280;
    return `  <polyline class="curve-${i}" points="${points.join(' ')}" />
  <rect class="key-${i}" x="${x}" y="38" width="12" height="12" rx="2" />
  <text x="${x + 18}" y="48">${escape(name)}</text>`;
  });
  const step = seconds > 20 ? 10 : 5;
  const ticks = Array.from({ length: Math.floor(seconds / step) + 1 }, (_, i) => i * step).map(
    (second) => `  <text x="${toX(second).toFixed(1)}" y="${height - 24}" text-anchor="middle">${second} s</text>`,
  );
  const levels = [0, most / 2, most].map(
    (rate) => `  <line x1="${left}" x2="${width - right}" y1="${toY(rate).toFixed(1)}" y2="${toY(rate).toFixed(1)}" />
  <text x="${left - 8}" y="${(toY(rate) + 4).toFixed(1)}" text-anchor="end">${formatCell(rate)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(title)}">
  <style>
    .card { fill: #fff; stroke: #d0d7de; }
    text { font: 12px system-ui, sans-serif; fill: #24292f; }
    .title { font-weight: 600; }
    line { stroke: #d0d7de; }
    polyline { fill: none; stroke-width: 2; }
    .curve-0 { stroke: #0b63b5; } .key-0 { fill: #0b63b5; }
    .curve-1 { stroke: #b3501e; } .key-1 { fill: #b3501e; }
    @media (prefers-color-scheme: dark) {
      .card { fill: #161b22; stroke: #3d444d; }
      text { fill: #e6edf3; }
      line { stroke: #3d444d; }
      .curve-0 { stroke: #58a6ff; } .key-0 { fill: #58a6ff; }
      .curve-1 { stroke: #ffa657; } .key-1 { fill: #ffa657; }
    }
  </style>
  <rect class="card" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6" />
  <text class="title" x="16" y="24">${escape(title)}: ${escape(column)}</text>
${[...levels, ...ticks, ...lines].join('\n')}
</svg>
`;
}
