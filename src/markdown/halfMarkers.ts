import { containerMarkers } from './linePatterns.ts';

/** The content of a line that is only a marker: of a heading, a list item, a rule, an underline or the box of a task. */
const marker = /^(?:#{1,6}|[-+*]+|=+|\d{1,9}[.)]|\[[ x]?\]?)?[ \t]*$/i;

/** The content of a line that may be a fence, a row or the number of a list item, which is not known before its end. */
const openEnded = /^(?:`+|~+|`{3,}[^`]*|~{3,}.*|\|.*|\d{1,9})$/;

/** The end of a text that is half a marker in a paragraph: of emphasis, code, math, a link, an image, a tag or an entity. */
export const halfInlineMarker: RegExp =
  /(?:\\|[*_~`$]+|!?\[\^?|!|\](?:\([^()]*|\[[^[\]]*)?|<(?:[a-z/!?][^<>]*)?|&#?\w*)$/i;

const contentOf = (line: string) => line.slice(containerMarkers.exec(line)![0].length);

/** Tells whether a line consists of markers. */
export function isMarkersOnly(line: string): boolean {
  return marker.test(contentOf(line));
}

/** Tells whether a line consists of markers, or may become a fence, a row or a list item. */
export function isLineHalf(line: string): boolean {
  return isMarkersOnly(line) || openEnded.test(contentOf(line));
}
