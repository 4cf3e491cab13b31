import { createTypewriter, type TypewriterOptions } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';

/** How long it may take until a long text that was replaced is noticed, in milliseconds. */
export const longestWait = 200;

export const frame = 1000 / 60;

export const growBy = (text: string, length: number) =>
  text + 'and more words, '.repeat(length / 16 + 1).slice(0, length);

/** Returns a text of so many code units without the end of a sentence, so that no announcement waits. */
export const textOf = (length: number) => growBy('', length);

export const startsWith = (text: string, start: string) => text.slice(0, start.length) === start;

/** Shows a text, and types what is added to it by `setText`, in the middle of which it is when the test begins. */
export function typeLongText(length: number, options: TypewriterOptions = {}) {
  const clock = createManualClock();
  let text = textOf(length);
  const typewriter = createTypewriter({ clock, text, isStreaming: true, ...options });
  const grow = (length = 20) => {
    text = growBy(text, length);
    typewriter.setText(text);
  };
  for (let count = 0; count < 60; count++) {
    grow();
    clock.advanceFrame();
  }
  return { clock, typewriter, grow, text: () => text, shown: () => typewriter.getSnapshot().text };
}

/** Changes a character in the middle, and adds to the end. */
export function replaceMiddle(text: string, at: number, added: number) {
  return growBy(`${text.slice(0, at)}#${text.slice(at + 1)}`, added);
}
