import type { Clock } from '../platform/clock.ts';

/** What a typewriter does with its text. All but `text`, `initial` and `clock` may change at any time. */
export interface TypewriterOptions {
  /**
   * Whether the text will still grow. While it does, `isTyping` stays true. `createTypewriter` takes a text for growing
   * from the first `append()` or `setText()` until `end()` where this is left out.
   *
   * @default false in `useTypewriter`
   */
  isStreaming?: boolean | undefined;
  /**
   * The speed. `'auto'` follows the stream within `maxLag` and `drain`; a number is kept to, however far the stream runs
   * ahead.
   *
   * @default 'auto'
   */
  graphemesPerSecond?: number | 'auto' | undefined;
  /**
   * The longest time from a grapheme's arrival until it is shown, in milliseconds. Smaller is closer to the stream,
   * larger is smoother.
   *
   * @default 600
   */
  maxLag?: number | undefined;
  /**
   * The longest time from the end of the text until all of it is shown, in milliseconds.
   *
   * @default 250
   */
  drain?: number | undefined;
  /**
   * What is done with the text that is there at first: `'show'` it, or `'type'` it.
   *
   * @default 'show'
   */
  initial?: 'show' | 'type' | undefined;
  /**
   * What is done with a text that does not continue the one before it: `'diff'` keeps what they have in common and types
   * the rest, `'restart'` types all of it, `'show'` shows all of it.
   *
   * @default 'diff'
   */
  onReplace?: 'diff' | 'restart' | 'show' | undefined;
  /**
   * `'respect'` shows text as it arrives where the user prefers reduced motion; `'ignore'` types all the same.
   *
   * @default 'respect'
   */
  reducedMotion?: 'respect' | 'ignore' | undefined;
  /**
   * The cadence: one grapheme after the other, or whole words.
   *
   * @default 'grapheme'
   */
  by?: 'grapheme' | 'word' | undefined;
  /**
   * Holds the text where it is, as `pause()` does.
   *
   * @default false
   */
  paused?: boolean | undefined;
  /** Called when all of a text is shown that will not grow; once more each time it has grown after that. */
  onComplete?: (() => void) | undefined;
  /**
   * The text to start from.
   *
   * @default ''
   */
  text?: string | undefined;
  /**
   * Where the typewriter gets its time, timers and frames from.
   *
   * @default the platform's
   */
  clock?: Clock | undefined;
}
