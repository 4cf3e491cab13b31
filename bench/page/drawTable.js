import { formatCell } from './formatCell.js';

const escape = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** Draws a table as Markdown, with missed targets in bold. */
export function drawTable({ columns, rows }) {
  const isRight = columns.map((_, i) => typeof rows[0]?.[i] === 'number');
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const say = (cell) => escape(formatCell(cell)).replace(/missed$/, '**missed**');
  return [
    line(columns.map(escape)),
    line(isRight.map((right) => (right ? '--:' : '---'))),
    ...rows.map((row) => line(row.map(say))),
  ].join('\n');
}
