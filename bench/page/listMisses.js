import { formatCell } from './formatCell.js';

const figures = ['ratio', 'kB', 'commits', 'more', 'time', 'worst', 'findings'];

/** Says for each row of a table that misses its target what it is, and its figure. */
export function listMisses({ title, columns, rows }) {
  const figure = columns.indexOf(figures.find((name) => columns.includes(name)));
  const target = columns.indexOf('target');
  return rows
    .filter((row) => String(row[target]).endsWith('missed'))
    .map((row) => `${title}, ${row[0]}: ${formatCell(row[figure])}, where ${row[target].split(':')[0]} is the target`);
}
