import { measure } from '../support/measure.js';
import { fromBytes } from './candidates.js';
import { corpora } from './corpora.js';

/** Times our parser on every corpus and on one of twice the length. */
export async function measureLinearity() {
  const results = [];
  for (const [corpus, create] of Object.entries(corpora)) {
    const [short, long] = [create(1), create(2)];
    const times = await measure({
      once: () => void fromBytes.ours(short),
      twice: () => void fromBytes.ours(long),
    });
    results.push({ corpus, ...times });
  }
  return results;
}
