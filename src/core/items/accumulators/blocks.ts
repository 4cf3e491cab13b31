import { createBlockSealer, type BlockSealer, type SealedText } from '../../text/createBlockSealer.ts';
import type { TextSplitter } from '../../text/TextSplitter.ts';
import type { Accumulator } from './Accumulator.ts';
import { assertTextFits } from './assertTextFits.ts';

/** Options of `blocks`. */
export interface BlocksOptions {
  /**
   * What cuts the text into blocks, such as `markdown` from `react-streamed/markdown`.
   *
   * @default after each paragraph
   */
  split?: TextSplitter | undefined;
}

interface BlocksState {
  readonly sealer: BlockSealer;
  /** What was added since the latest snapshot. */
  added: string;
  /** The length of the whole text. */
  length: number;
}

/**
 * Joins the items into one string and cuts it into finished blocks that never change again, so that memoised rows do not
 * render again: `blocks.join('') + tail === text`.
 */
export function blocks({ split }: BlocksOptions = {}): Accumulator<unknown, SealedText> {
  const accumulator: Accumulator<unknown, SealedText, BlocksState> = {
    create: () => ({ sealer: createBlockSealer(split), added: '', length: 0 }),
    // The text is cut once per snapshot: cutting 30,000 tokens one by one takes three times as long.
    add: (state, item) => {
      const addition = String(item);
      assertTextFits(state.length + addition.length);
      state.length += addition.length;
      state.added += addition;
    },
    snapshot: (state) => {
      state.sealer.append(state.added);
      state.added = '';
      return state.sealer.snapshot();
    },
    restore: ({ text }) => ({ sealer: createBlockSealer(split), added: text, length: text.length }),
  };
  return accumulator;
}
