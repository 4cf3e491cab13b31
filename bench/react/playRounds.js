/**
 * Plays a page with each named input, round after round, so that a busy machine slows all of them alike. Every other
 * round runs backwards.
 *
 * @returns for each name, what its plays gave.
 */
export async function playRounds(stage, page, plays, rounds, options) {
  const results = Object.fromEntries(plays.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, input] of round % 2 ? plays.toReversed() : plays) {
      results[name].push(await stage.play(page, input, options));
    }
  }
  return results;
}
