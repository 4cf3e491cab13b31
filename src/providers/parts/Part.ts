/** A text of the answer, or a stretch of the model's reasoning. */
export interface TextPart {
  readonly type: 'text' | 'reasoning';
  readonly text: string;
  /** Whether more text may follow. If a stream is stopped or fails, its last parts stay open. */
  readonly isOpen: boolean;
}

/** A call of a tool. */
export interface ToolPart {
  readonly type: 'tool';
  /** What the tool's output refers to. Empty if the provider sends no id. */
  readonly id: string;
  readonly name: string;
  /** The input so far, as the JSON text that the model writes. */
  readonly inputText: string;
  /**
   * The parsed input once the part is closed, and `undefined` before that or if it is not JSON. With
   * `parts({ input: json })` it grows while it arrives.
   */
  readonly input: unknown;
  /** Whether more of the input may follow. */
  readonly isOpen: boolean;
}

/** A page that the answer refers to. */
export interface SourcePart {
  readonly type: 'source';
  readonly url: string;
  readonly title: string | undefined;
}

/** A part of an answer. A part that is closed is the same object in all later data. */
export type Part = TextPart | ToolPart | SourcePart;

/** The tokens of an answer, as the provider counts them. */
export interface Usage {
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
}

/** What `parts()` makes of an answer. */
export interface AnswerParts {
  /** The parts in the order in which they began. */
  readonly parts: readonly Part[];
  /** The latest figures, or `undefined` before the provider sends any. */
  readonly usage: Usage | undefined;
  /** Why the answer ended, in the provider's words, or `undefined` before that. */
  readonly finishReason: string | undefined;
}
