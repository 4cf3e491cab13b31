/** Prints rows of cells under a title, numbers with three decimals and to the right. */
export function printTable(title, columns, rows) {
  const format = (cell) => (typeof cell === 'number' ? cell.toFixed(3) : String(cell));
  const lines = [columns, ...rows].map((row) => row.map(format));
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  const isNumber = columns.map((_, i) => typeof rows[0]?.[i] === 'number');
  console.log(`\n${title}`);
  for (const line of lines) {
    const cells = line.map((cell, i) => (isNumber[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i])));
    console.log(`  ${cells.join('   ').trimEnd()}`);
  }
}

/** Says whether a ratio is within what it must reach. */
export function judge(ratio, limit) {
  return ratio <= limit ? 'reached' : `over ${limit}`;
}
