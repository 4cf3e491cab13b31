/** The start of a line that begins raw HTML, and what ends it (CommonMark 0.31, section 4.6, conditions 1 to 5). */
const rawTags: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![a-z]/i, />/],
];

/** Returns what ends the raw HTML that a line begins, or `undefined` if it begins none that blank lines do not end. */
export function findRawEnd(line: string): RegExp | undefined {
  return rawTags.find(([start]) => start.test(line))?.[1];
}
