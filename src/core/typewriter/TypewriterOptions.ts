import type { Clock } from '../platform/clock.ts';
import type { TextSplitter } from '../text/TextSplitter.ts';

/** The options of a typewriter. All except `text`, `initial`, `split` and `clock` may change at any time. */
export interface TypewriterOptions {
  /**
   * Whether the text will still grow. While it does, `isTyping` stays true. If `createTypewriter` is not told, the text
   * grows from the first `append()` or `setText()` until `end()`.
   *
   * @default false in `useTypewriter`
   */
  isStreaming?: boolean | undefined;
  /**
   * The speed. `'auto'` follows the stream within `maxLag` and `drain`. A number is a fixed speed, however far the stream
   * is ahead.
   *
   * @default 'auto'
   */
  graphemesPerSecond?: number | 'auto' | undefined;
  /**
   * The longest time from a grapheme's arrival until it is shown, in milliseconds. A smaller value is closer to the
   * stream, and a larger one is smoother.
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
   * Whether the initial text is shown at once (`'show'`) or typed (`'type'`).
   *
   * @default 'show'
   */
  initial?: 'show' | 'type' | undefined;
  /**
   * What happens if a new text does not continue the one before. `'diff'` keeps their common beginning
   * and types the rest. `'restart'` types all of the new text. `'show'` shows all of it at once.
   *
   * @default 'diff'
   */
  onReplace?: 'diff' | 'restart' | 'show' | undefined;
  /**
   * `'respect'` shows text as it arrives if the user prefers reduced motion. `'ignore'` types it anyway.
   *
   * @default 'respect'
   */
  reducedMotion?: 'respect' | 'ignore' | undefined;
  /**
   * Whether the text is revealed by single graphemes or by whole words.
   *
   * @default 'grapheme'
   */
  by?: 'grapheme' | 'word' | undefined;
  /**
   * What cuts the text into `blocks`, such as `markdown` from `react-streamed/markdown`. A splitter may also keep half
   * a marker from being shown, and keep markers out of the announcements. It is read once.
   *
   * @default after each paragraph
   */
  split?: TextSplitter | undefined;
  /**
   * Stops typing while it is true, as `pause()` does.
   *
   * @default false
   */
  paused?: boolean | undefined;
  /** Called when all of the text is shown and it will not grow. Called again each time the text grows after that and is complete. */
  onComplete?: (() => void) | undefined;
  /**
   * The initial text.
   *
   * @default ''
   */
  text?: string | undefined;
  /**
   * The source of time, timers and frames.
   *
   * @default the clock of the platform
   */
  clock?: Clock | undefined;
}
