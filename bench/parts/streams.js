import { cut } from '../support/cut.js';
import { writeRecipe } from '../json/recipes.js';

/** A message whose text arrives in many deltas. */
export function writeTextStream(count) {
  const deltas = Array.from({ length: count }, (_, index) => ({
    type: 'text-delta',
    id: 't',
    delta: ` word${index % 100}`,
  }));
  return wrap([{ type: 'text-start', id: 't' }, ...deltas, { type: 'text-end', id: 't' }]);
}

/** A message with one tool call whose input has about this many characters, in deltas of 40. */
export function writeToolStream(length) {
  const text = writeRecipe(length);
  const tool = { toolCallId: 'c', toolName: 'save' };
  const deltas = cut(text, 40).map((inputTextDelta) => ({ type: 'tool-input-delta', toolCallId: 'c', inputTextDelta }));
  return wrap([
    { type: 'tool-input-start', ...tool },
    ...deltas,
    { type: 'tool-input-available', ...tool, input: JSON.parse(text) },
  ]);
}

const wrap = (chunks) => [
  { type: 'start', messageId: 'm' },
  { type: 'start-step' },
  ...chunks,
  { type: 'finish-step' },
  { type: 'finish', finishReason: 'stop' },
];
