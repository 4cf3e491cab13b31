import { blocks, type Accumulator, type SealedText } from 'react-streamed';
import { markdown } from 'react-streamed/markdown';
import { parts, type Part, type PartChange, type PartChanges } from 'react-streamed/providers';

/** The text of an answer in blocks, and what the model did besides: it thought, or called tools. */
export interface AnswerData extends SealedText {
  readonly steps: readonly Part[];
}

/** Cuts the text of an answer into blocks, and gathers its other parts. */
export function blocksWithSteps(): Accumulator<PartChanges, AnswerData> {
  const text = blocks({ split: markdown });
  const all = parts();
  const accumulator: Accumulator<PartChanges, AnswerData, { text: unknown; all: unknown }> = {
    create: () => ({ text: text.create(), all: all.create() }),
    add: (state, changes) => {
      for (const change of [changes].flat() as PartChange[]) {
        if ('type' in change && change.type === 'text') text.add(state.text, change.text ?? '');
      }
      all.add(state.all, changes);
    },
    snapshot: (state) => ({
      ...text.snapshot(state.text),
      steps: all.snapshot(state.all).parts.filter((part) => part.type !== 'text'),
    }),
  };
  return accumulator;
}
