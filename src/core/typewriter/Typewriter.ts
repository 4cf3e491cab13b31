import type { SealedText } from '../text/createBlockSealer.ts';
import type { TypewriterOptions } from './TypewriterOptions.ts';

/** What a typewriter shows. `text` is the visible prefix and never ends inside a grapheme. */
export interface TypewriterSnapshot extends SealedText {
  /** Whether more will be shown: graphemes wait, or the text will still grow. */
  readonly isTyping: boolean;
  /** The text for a polite live region: whole sentences, at most every two seconds, and the rest at the end. */
  readonly announcement: string;
}

/** Reveals a growing text smoothly. */
export interface Typewriter {
  /** Returns the latest snapshot. It is the same object until something changes. */
  getSnapshot(): TypewriterSnapshot;
  /** Calls `listener` after each new snapshot, at most once a frame. Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Adds to the end of the text. */
  append(delta: string): void;
  /** Sets the whole text. If it does not continue the text before, `onReplace` decides what is shown. */
  setText(text: string): void;
  /** Says that the text will not grow any more. What waits is shown within `drain`. */
  end(): void;
  /** Shows all that has arrived at once. */
  skip(): void;
  /** Stops typing until `resume()`. */
  pause(): void;
  /** Continues after `pause()`. */
  resume(): void;
  /** Types the text again from its first grapheme. */
  restart(): void;
  /** Replaces all options. */
  setOptions(options: TypewriterOptions): void;
  /** Ties the typewriter to the life of a component. Returns `dispose`. */
  attach(): () => void;
  /** Cancels every timer and frame and schedules nothing more. A new subscription continues from there. */
  dispose(): void;
}
