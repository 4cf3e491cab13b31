/** Opens the part at `at`, adds to it or closes it. */
interface OpenPartChange {
  /**
   * Tells the parts that are open at the same time apart. A change for a part that is not open, or no longer, opens a new
   * one. So does a change with another type, or with another id than that of the open part.
   */
  readonly at: string | number;
  /** What the part is. A change without a type concerns the open part, and does nothing if there is none. */
  readonly type?: 'text' | 'reasoning' | 'tool' | undefined;
  /** The id of a tool call. */
  readonly id?: string | undefined;
  /** The name of the tool. */
  readonly name?: string | undefined;
  /** What is added to the text of the part, or to the JSON text of the tool's input. */
  readonly text?: string | undefined;
  /** The JSON text of the tool's whole input. It counts only if the part is closed before any `text` was added. */
  readonly wholeInput?: string | undefined;
  /** The tool's input, if the protocol sends it parsed. If no `text` has arrived, the JSON text is made from this input. */
  readonly input?: unknown;
  /** Whether the part ends with this change. */
  readonly close?: boolean | undefined;
}

/** Adds a source, unless one with the same `at` was added before. */
interface SourceChange {
  readonly at: string | number;
  readonly type: 'source';
  readonly url: string;
  readonly title?: string | undefined;
}

/** Says something of the whole answer. */
interface AnswerChange {
  readonly at?: undefined;
  /** Figures that replace the ones before. A figure that is left out or `undefined` stays. */
  readonly usage?:
    | { readonly inputTokens?: number | undefined; readonly outputTokens?: number | undefined }
    | undefined;
  /** Why the answer ends. It closes all parts. */
  readonly finishReason?: string | undefined;
}

/** A step in which an answer grows. */
export type PartChange = OpenPartChange | SourceChange | AnswerChange;

/** One step, or several that arrive together. */
export type PartChanges = PartChange | readonly PartChange[];
