/** A marker that has not been closed. */
export interface Opener {
  /** Its place in the text. */
  readonly index: number;
  /** Its characters. Those of emphasis become fewer as parts of it are closed. */
  marks: string;
}
