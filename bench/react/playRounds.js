/**
 * Plays a page with each named input, at most as often as the stage allows, round after round, so that a busy machine slows all of them alike. Every other
 * round runs backwards.
 *
 * @returns for each name, what its plays gave.
 */
export async function playRounds(stage, page, plays, rounds, options) {
  const results = Object.fromEntries(plays.map(([name]) => [name, []]));
  for (let round = 0; round < Math.min(rounds, stage.maxRounds); round++) {
    for (const [name, input] of round % 2 ? plays.toReversed() : plays) {
      results[name].push(await stage.play(page, input, options));
    }
  }
  return results;
}
