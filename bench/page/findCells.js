/**
 * Finds a figure of the results.
 *
 * @param cell.rows - the first cells of the rows. A figure is given for each.
 * @returns the figures in the order of the rows.
 */
export function findCells(results, { part, table: id, column, rows }) {
  const table = results[part].tables.find((candidate) => candidate.id === id);
  const index = table.columns.indexOf(column);
  return rows.map((name) => {
    const figure = table.rows.find(([first]) => first === name)?.[index];
    if (typeof figure !== 'number')
      throw new Error(`The results of ${part} have no “${column}” of “${name}” in ${id}.`);
    return figure;
  });
}

/** Gives the smallest and the largest figure of a column, in the rows that are asked for. */
export function findRange(results, { part, table: id, column, matches = () => true }) {
  const table = results[part].tables.find((candidate) => candidate.id === id);
  const index = table.columns.indexOf(column);
  const figures = table.rows.filter(([first]) => matches(first)).map((row) => row[index]);
  return { least: Math.min(...figures), most: Math.max(...figures), figures };
}
