/** Decides where a growing text is cut into blocks. The default is a cut after each paragraph. */
export interface TextSplitter {
  /** Creates the cutter of one text, or of the rest of a text from the start of a block. */
  createCutter(): TextCutter;
  /** Removes markup, so that a screen reader does not read it out. By default a text has none. */
  toPlainText?(text: string): string;
}

/** Finds the ends of the blocks of one growing text. A block that has ended never changes. */
export interface TextCutter {
  /**
   * Takes the next piece of the text. The end of a block must depend only on the text, and not on its pieces, and at most
   * on the 1,000 code units that follow.
   *
   * @returns the lengths in code units of the blocks that end now, first the one that was open.
   */
  push(text: string): readonly number[];
  /** Returns how many code units at the end of the text are half a marker, and are not shown while the text grows. */
  heldLength?(): number;
}
