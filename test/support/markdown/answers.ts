import { createRandom } from '../createRandom.ts';
import { answerParts } from './answerParts.ts';

/** Makes answers of two to five parts. Each part is the first of some answers and follows different parts in others. */
export function makeAnswers(count: number): readonly string[] {
  const random = createRandom(20_260);
  return Array.from({ length: count }, (_, index) => {
    const others = Array.from({ length: 1 + random.below(4) }, () => random.pick(answerParts));
    return [answerParts[index % answerParts.length]!, ...others].join('\n\n');
  });
}
