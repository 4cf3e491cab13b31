import { completeInline } from './completeInline.ts';
import { createMarkdownReader } from './createMarkdownReader.ts';
import type { BlockState, Fence } from './createBlockReader.ts';
import { isMarkersOnly } from './halfMarkers.ts';

/** Options of `completeMarkdown`. */
export interface CompleteMarkdownOptions {
  /**
   * Whether math between `$$` is closed. Set it to `false` if your renderer does not know math.
   *
   * @default true
   */
  math?: boolean | undefined;
}

const halfClosingFence = /^[ \t>]*(`+|~+)[ \t]*$/;
const rule = /^ {0,3}(?:-{3,}|\*{3,})[ \t]*$/;
const mathOnItsOwnLines = /\$\$[ \t]*[\r\n][^$]*\$?[ \t]*$/;

/**
 * Completes the last block of a text that is cut off, so that it can be rendered now: closes code, math and emphasis,
 * and leaves out half a marker, link, image, tag or entity at the end.
 *
 * @param tail - the Markdown that is not finished, such as the text of `tail`.
 */
export function completeMarkdown(tail: string, { math = true }: CompleteMarkdownOptions = {}): string {
  const lineStart = Math.max(tail.lastIndexOf('\n'), tail.lastIndexOf('\r')) + 1;
  const lastLine = tail.slice(lineStart);
  const reader = createMarkdownReader();
  let blockStart = 0;
  const read = (text: string) => {
    for (const { length } of reader.push(text)) blockStart += length;
  };
  read(tail.slice(0, lineStart));
  const isLastHalf = isHalf(lastLine, reader.openBlock());
  if (lastLine && !isLastHalf) read(`${lastLine}\n`);

  const { fence, isLiteral, isMathOpen, runOffset } = reader.openBlock();
  const text = isLastHalf ? tail.slice(0, lineStart) : tail;
  if (fence) return closeFence(text, fence);
  if (isLiteral) return text;
  if (isMathOpen && math) return closeMath(text);
  const runStart = blockStart + runOffset;
  return text.slice(0, runStart) + completeInline(text.slice(runStart), math);
}

/** Tells whether the last line has only markers that may turn into anything. */
function isHalf(line: string, { fence, isLiteral, isAfterRun }: BlockState): boolean {
  if (fence) return halfClosingFence.exec(line)?.[1]?.startsWith(fence.marks.charAt(0)) ?? false;
  if (isLiteral || (isAfterRun && rule.test(line))) return false;
  return isMarkersOnly(line);
}

function closeFence(text: string, { marks, container }: Fence): string {
  const lineBreak = /[\r\n]$/.test(text) ? '' : '\n';
  const indent = container.replaceAll(/[^>\s]/g, ' ');
  return text + lineBreak + indent + marks;
}

function closeMath(text: string): string {
  const content = text.replace(/\s*\$?\s*$/, '');
  return mathOnItsOwnLines.test(text) ? `${content}\n$$` : `${content}$$`;
}
