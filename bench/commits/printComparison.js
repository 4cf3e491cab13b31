import { compare } from '../support/compare.js';
import { median } from '../support/measure.js';
import { printTable } from '../support/printTable.js';

/** Prints a row for each named pair of samples, `{ before, now }`. */
export function printComparison(title, about, samples) {
  printTable({
    title,
    about,
    columns: ['row', 'before', 'now', 'ratio', 'middle half'],
    rows: Object.entries(samples).map(([name, { before, now }]) => {
      const { ratio, spread } = compare(now, before);
      return [name, median(before), median(now), ratio, spread];
    }),
  });
}
