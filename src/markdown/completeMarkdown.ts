import { completeInline } from './completeInline.ts';
import type { Fence } from './createBlockReader.ts';
import { createMarkdownReader } from './createMarkdownReader.ts';
import { findHalfMarker } from './findHalfMarker.ts';

/** Options of `completeMarkdown`. */
export interface CompleteMarkdownOptions {
  /**
   * Whether math between `$$` is closed. Set it to `false` if your renderer does not know math.
   *
   * @default true
   */
  math?: boolean | undefined;
}

const mathOnItsOwnLines = /\$\$[ \t]*\n[^$]*$/;
const row = /^[ \t>]*\|/;

/**
 * Completes the last block of a text that is cut off, so that it can be rendered now: closes code, math and emphasis,
 * and leaves out half a marker, link, image, tag or entity at the end.
 *
 * @param tail - the Markdown that is not finished, such as the text of `tail`.
 */
export function completeMarkdown(tail: string, { math = true }: CompleteMarkdownOptions = {}): string {
  const lineStart = tail.lastIndexOf('\n') + 1;
  const reader = createMarkdownReader();
  const endedBefore = reader.push(tail.slice(0, lineStart));
  const before = reader.openBlock();
  const half = before.isLiteral ? 0 : findHalfMarker(tail.slice(lineStart), before.fence);
  const text = tail.slice(0, tail.length - half);
  const endedNow = text.length > lineStart ? reader.push(`${text.slice(lineStart)}\n`) : [];

  const { fence, isLiteral, isMathOpen, runOffset } = reader.openBlock();
  if (fence) return closeFence(text, fence);
  if (isLiteral) return text;
  if (isMathOpen && math) return closeMath(text);
  let runStart = runOffset;
  for (const { length } of [...endedBefore, ...endedNow]) runStart += length;
  // In a table, only the last cell is open.
  if (row.test(text.slice(runStart))) runStart = text.lastIndexOf('|') + 1;
  return text.slice(0, runStart) + completeInline(text.slice(runStart), math);
}

function closeFence(text: string, { marks, container }: Fence): string {
  const lineBreak = text.endsWith('\n') ? '' : '\n';
  const indent = container.replaceAll(/[^>\s]/g, ' ');
  return text + lineBreak + indent + marks;
}

function closeMath(text: string): string {
  return mathOnItsOwnLines.test(text) ? `${text.trimEnd()}\n$$` : `${text.trimEnd()}$$`;
}
