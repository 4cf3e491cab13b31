import { formatCell } from './formatCell.js';

const width = 760;
const [left, right, top, pitch] = [290, 70, 44, 24];

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Draws a column of a table as bars. Ours are darker, and a line marks the target if there is one. */
export function drawChart({ title, columns, rows, chart: { column, limit, limitOf } }) {
  const index = columns.indexOf(column);
  const target = columns.indexOf('target');
  const bars = rows.map((row) => ({
    label: String(row[0]),
    value: row[index],
    isOurs: Boolean(row[target]) || String(row[0]).startsWith('react-streamed') || row.includes('react-streamed'),
  }));
  const most = Math.max(limit ?? 0, ...bars.map(({ value }) => value));
  const toX = (value) => left + (value / most) * (width - left - right);
  const height = top + bars.length * pitch + 14;
  const drawn = bars.map(({ label, value, isOurs }, i) => {
    const y = top + i * pitch;
    return `  <text x="${left - 10}" y="${y + 13}" text-anchor="end">${escape(label)}</text>
  <rect class="${isOurs ? 'ours' : 'other'}" x="${left}" y="${y + 2}" width="${Math.max(1, toX(value) - left).toFixed(1)}" height="15" rx="2" />
  <text x="${(toX(value) + 6).toFixed(1)}" y="${y + 13}">${formatCell(value)}</text>`;
  });
  const line = limit
    ? `  <line x1="${toX(limit).toFixed(1)}" x2="${toX(limit).toFixed(1)}" y1="${top - 6}" y2="${height - 10}" />
  <text x="${width - 16}" y="24" text-anchor="end">dashed: ≤ ${limit}${limitOf ? ` for ${limitOf}` : ''}</text>\n`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(title)}">
  <style>
    .card { fill: #fff; stroke: #d0d7de; }
    text { font: 12px system-ui, sans-serif; fill: #24292f; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
    .title { font-weight: 600; }
    .ours { fill: #0b63b5; }
    .other { fill: #9aa5b1; }
    line { stroke: #b3261e; stroke-dasharray: 4 3; }
    @media (prefers-color-scheme: dark) {
      .card { fill: #161b22; stroke: #3d444d; }
      text { fill: #e6edf3; stroke: #161b22; }
      .ours { fill: #58a6ff; }
      .other { fill: #6e7781; }
      line { stroke: #ff8a80; }
    }
  </style>
  <rect class="card" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6" />
  <text class="title" x="16" y="24">${escape(title)}: ${escape(column)}, shorter is better</text>
${line}${drawn.join('\n')}
</svg>
`;
}
