/** Says when parts were measured. Some tables may have been measured by themselves. */
export function drawDates(results, parts = Object.keys(results)) {
  const dates = parts.flatMap((part) => results[part].tables.map(({ run = results[part] }) => run.date));
  const [first, last] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  return first === last ? `Measured on ${first}.` : `Measured from ${first} to ${last}.`;
}
