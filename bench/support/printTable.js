/**
 * Prints rows of cells under a title, numbers with three decimals and to the right.
 *
 * @param table.id - a short name for its chart and for the comparison on the page.
 * @param table.about - what the numbers are, for the page.
 * @param table.chart - which column the page draws as bars, `{ column, limit, limitOf }`: the limit is what ours must reach,
 *   or those of ours that `limitOf` names.
 * @returns the table.
 */
export function printTable(table) {
  const { title, about, columns, rows } = table;
  const format = (cell) => (typeof cell === 'number' ? cell.toFixed(3) : String(cell));
  const lines = [columns, ...rows].map((row) => row.map(format));
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  const isNumber = columns.map((_, i) => typeof rows[0]?.[i] === 'number');
  console.log(`\n${title}: ${about}`);
  for (const line of lines) {
    const cells = line.map((cell, i) => (isNumber[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i])));
    console.log(`  ${cells.join('   ').trimEnd()}`);
  }
  return table;
}

/** Says what a figure must reach, and whether it does. */
export function judge(figure, limit) {
  return `≤ ${limit}: ${figure <= limit ? 'reached' : 'missed'}`;
}
