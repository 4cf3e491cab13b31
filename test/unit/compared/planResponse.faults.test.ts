import { expect, it } from 'vitest';
import { countTokens } from '../../../stories/compared/countTokens.ts';
import { answers } from '../../../stories/compared/server/answer-server/answers.js';
import { planResponse, type Situation } from '../../../stories/compared/server/answer-server/planResponse.js';

const plan = (situation: Partial<Situation> = {}) =>
  planResponse({
    answer: 'steady',
    fault: 'none',
    format: 'events',
    lastEventId: 0,
    elapsed: 0,
    hasBroken: false,
    ...situation,
  });

type Plan = ReturnType<typeof plan>;

const { count } = answers.steady;

/** Reads the bytes as a client does that receives them one chunk after the other. */
function readText({ chunks }: Plan): string {
  const decoder = new TextDecoder();
  return chunks.map(({ bytes }) => decoder.decode(bytes, { stream: true })).join('');
}

const readTokens = (response: Plan) => response.chunks.reduce((sum, { tokens }) => sum + tokens, 0);

/** Finds the text of the answer in plain events. */
const readAnswer = (response: Plan) =>
  [...readText(response).matchAll(/^data: (?!\[DONE\])(.*)$/gm)].map(([, text]) => text).join('');

it('sends every protocol the same tokens at the same times', () => {
  const schedule = ({ chunks }: Plan) => chunks.map(({ at, tokens }) => ({ at, tokens }));

  expect(schedule(plan({ format: 'ui-messages' }))).toEqual(schedule(plan()));
  expect(readTokens(plan())).toBe(count);
});

it('ends every chunk with tokens inside a character, and changes no byte', () => {
  const whole = plan();
  const split = plan({ fault: 'split' });

  const endsInside = split.chunks.filter(({ bytes }) => new TextDecoder().decode(bytes).endsWith('\uFFFD'));
  expect(endsInside).toHaveLength(count);
  expect(readText(split)).toBe(readText(whole));
});

it('continues after the last event when it has cut the connection', () => {
  const first = plan({ fault: 'cut' });
  const second = plan({ fault: 'cut', hasBroken: true, lastEventId: count / 2 });

  expect([first.ending, second.ending]).toEqual(['cut', 'complete']);
  expect(countTokens(readAnswer(first), 'steady')).toEqual({ lost: count / 2, doubled: 0 });
  expect(countTokens(readAnswer(first) + readAnswer(second), 'steady')).toEqual({ lost: 0, doubled: 0 });
});

it('repeats five events after a cut if that is the fault', () => {
  const first = plan({ fault: 'repeat' });
  const second = plan({ fault: 'repeat', hasBroken: true, lastEventId: count / 2 });

  expect(countTokens(readAnswer(first) + readAnswer(second), 'steady')).toEqual({ lost: 0, doubled: 5 });
});

it('leaves out the end mark when it ends early', () => {
  const early = plan({ fault: 'early' });

  expect(early.ending).toBe('ended early');
  expect(readText(early)).not.toContain('[DONE]');
  expect(readText(plan())).toContain('[DONE]');
});

it('answers 503 until half a second after the first request', () => {
  expect(plan({ fault: 'unavailable', elapsed: 499 }).status).toBe(503);
  expect(plan({ fault: 'unavailable', elapsed: 500 }).status).toBe(200);
});

it('counts a damaged token as lost', () => {
  const damaged = readAnswer(plan()).replace('Zürich', 'Z\uFFFDrich');

  expect(countTokens(damaged, 'steady')).toEqual({ lost: 1, doubled: 0 });
});
