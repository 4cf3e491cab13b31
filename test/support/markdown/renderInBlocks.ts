import { micromark, type Options } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { markdown, type StreamedMarkdown } from 'react-streamed/markdown';

const options: Options = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] };

/** Renders Markdown with micromark and its extension for GFM. */
export const renderWhole = (text: string): string => micromark(text, options);

/** Reads a text in pieces with `markdown()`, and returns the data at the end. */
export function readMarkdown(pieces: readonly string[]): StreamedMarkdown {
  const accumulator = markdown();
  const state = accumulator.create();
  for (const piece of pieces) {
    accumulator.add(state, piece);
    accumulator.snapshot(state);
  }
  accumulator.end?.(state);
  return accumulator.snapshot(state);
}

/** All blocks of a text, the last one included. */
export function listBlocks({ blocks, tail }: StreamedMarkdown): readonly { key: number; text: string; kind: string }[] {
  return tail ? [...blocks, tail] : blocks;
}

/** Renders each block apart, with the definitions of all blocks before it, as the guide does. */
export function renderInBlocks(data: StreamedMarkdown): string {
  const { definitions } = data;
  return listBlocks(data)
    .map(({ text }) => renderWhole(text.includes('[') && definitions ? `${definitions}\n\n${text}` : text).trim())
    .filter((html) => html !== '')
    .join('\n');
}
