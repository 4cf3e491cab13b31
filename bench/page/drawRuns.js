/** Says when parts were measured, and by which commands. */
export function drawRuns(results, parts = Object.keys(results)) {
  const dates = [...new Set(parts.map((part) => results[part].date))];
  const runs = dates.map((date) => {
    const commands = parts.filter((part) => results[part].date === date).map((part) => commandOf(part, results[part]));
    return `on ${date} with ${join(commands)}`;
  });
  return `Measured ${runs.join(', and ')}.`;
}

/** Gives the command that measured a part, as Markdown. */
export function commandOf(part, { maxRounds }) {
  return maxRounds ? `\`npm run bench -- ${part} --rounds=${maxRounds}\`` : `\`npm run bench -- ${part}\``;
}

function join(words) {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words[0];
}
