import type { Accumulator } from '../../core/items/accumulators/Accumulator.ts';
import type { Part } from './Part.ts';
import type { PartChange } from './PartChange.ts';

/** A change of a part that can be open. A source is never open. */
export type OpenPartChange = Extract<PartChange, { readonly close?: unknown }>;

/** How a part is made. */
export interface OpenPartOptions {
  readonly type: NonNullable<OpenPartChange['type']>;
  /** Reads the input of a tool while it arrives. */
  readonly inputAccumulator: Accumulator<unknown, unknown> | undefined;
  /** Called with what `inputAccumulator` throws. The model may write something else than JSON. */
  onInputError(error: unknown): void;
}

/** A part that is still growing. */
export interface OpenPart {
  /** Tells whether a change belongs to this part. Otherwise it begins another one. */
  accepts(change: OpenPartChange): boolean;
  add(change: OpenPartChange): void;
  /** Takes an immutable picture of the part while it is open. */
  read(): Part;
  /** Takes the last picture. */
  close(): Part;
}

/** Creates a part to which nothing was added. */
export function createOpenPart({ type, inputAccumulator, onInputError }: OpenPartOptions): OpenPart {
  let id = '';
  let name = '';
  let text = '';
  let wholeInput = '';
  /** The input as the protocol sends it. */
  let sentInput: unknown;
  let inputState = inputAccumulator?.create();

  const addText = (addition: string) => {
    text += addition;
    try {
      inputState = inputAccumulator?.add(inputState, addition) ?? inputState;
    } catch (error) {
      onInputError(error);
    }
  };
  const readInput = () => inputAccumulator?.snapshot(inputState);
  const finishInput = () => {
    const sentText = JSON.stringify(sentInput);
    if (text === '') addText(sentText ?? wholeInput);
    const input = inputAccumulator ? readInput() : parseInput(text);
    // If the protocol sends the value that was read from the text, the one that was read stays. It has been shown already,
    // so memoised components need not render again.
    const isSame = sentText === undefined || sentText === text || sentText === JSON.stringify(input);
    return isSame ? input : sentInput;
  };
  const compose = (isOpen: boolean, input: unknown): Part =>
    type === 'tool' ? { type, id, name, inputText: text, input, isOpen } : { type, text, isOpen };

  return {
    accepts: (change) => {
      const isOfType = !change.type || change.type === type;
      const isOfId = !change.id || !id || change.id === id;
      return isOfType && isOfId;
    },
    add: (change) => {
      id = change.id ?? id;
      name = change.name ?? name;
      wholeInput = change.wholeInput ?? wholeInput;
      sentInput = change.input ?? sentInput;
      addText(change.text ?? '');
    },
    read: () => compose(true, readInput()),
    close: () => compose(false, type === 'tool' ? finishInput() : undefined),
  };
}

/** Parses a finished input. A model may write anything, so the result may be `undefined`. */
function parseInput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
