import type { Fence } from './createBlockReader.ts';
import { containerMarkers } from './linePatterns.ts';

/** A line of an open fence that may become the closing one. */
const halfClosingFence = /^[ \t>]*(`*|~*)[ \t]*$/;

/** The content of a line that is only a marker: of a heading, a list item, a rule, an underline or the box of a task. */
const lineMarker = /^(?:#{1,6}|[-+*]+|=+|\d{1,9}[.)]|\[[ x]?\]?)?[ \t]*$/i;

/** The end of a line that is half a marker of emphasis, code, math, a link, an image, a tag or an entity. */
const inlineMarker =
  /(?:\\?[*_~`$]+|\\|!?\[\^?|!|\](?:\((?:[^()]|\([^()]*\))*(?:\([^()]*)?|\[[^[\]]*)?|<(?:[a-z/!?][^<>]*)?|&#?\w*)$/i;

/** Returns the content of a line in quotes and list items. */
export function contentOf(line: string): string {
  return line.slice(containerMarkers.exec(line)![0].length);
}

/** Returns how many code units at the end of a line are half a marker. */
export function findHalfMarker(line: string, fence: Fence | undefined): number {
  if (fence) {
    const closing = halfClosingFence.exec(line)?.[1];
    return closing !== undefined && fence.marks.startsWith(closing.charAt(0)) ? line.length : 0;
  }
  if (lineMarker.test(contentOf(line))) return line.length;
  return inlineMarker.exec(line)?.[0].length ?? 0;
}
