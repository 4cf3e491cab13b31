/** Says when parts were measured, and by which commands. Some tables may have been measured by themselves. */
export function drawRuns(results, parts = Object.keys(results)) {
  const runs = parts.flatMap((part) => findRuns(part, results[part]));
  const dates = [...new Set(runs.map(({ date }) => date))];
  const sentences = dates.map((date) => {
    const commands = runs.filter((run) => run.date === date).map(({ command }) => command);
    return `on ${date} with ${join([...new Set(commands)])}`;
  });
  return `Measured ${sentences.join(', and ')}.`;
}

/** Finds the runs that have measured the tables of a part. */
function findRuns(part, results) {
  return results.tables.map(({ run = results }) => ({ date: run.date, command: commandOf(part, run) }));
}

/** Gives the command that measured a part, as Markdown. */
export function commandOf(part, { only, maxRounds }) {
  const options = [only ? `--only=${only}` : '', maxRounds ? `--rounds=${maxRounds}` : ''];
  return `\`${['npm run bench --', part, ...options].filter(Boolean).join(' ')}\``;
}

function join(words) {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words[0];
}
