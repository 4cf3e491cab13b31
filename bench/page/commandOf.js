/** Gives the command that measured a part, as Markdown. */
export function commandOf(part, { only, maxRounds }) {
  const options = [only ? `--only=${only}` : '', maxRounds ? `--rounds=${maxRounds}` : ''];
  return `\`${['npm run bench --', part, ...options].filter(Boolean).join(' ')}\``;
}
