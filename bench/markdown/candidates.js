import { createIncremarkParser } from '@incremark/core';
import { marked } from 'marked';
import remend from 'remend';
import { parseMarkdownIntoBlocks } from 'streamdown';
import { importSource } from '../support/importSource.js';

const { completeMarkdown, markdown } = await importSource('markdown.ts');

/** How long each piece of the text is, as a model's tokens are. */
export const pieceLength = 24;

/** Only each twentieth call of a candidate that reads the whole text again is made, and its time counts twenty times. */
export const skipped = 20;

function readPieces(text, onPiece) {
  for (let start = 0; start < text.length; start += pieceLength) onPiece(text.slice(start, start + pieceLength));
}

function readWhole(text, onText) {
  for (let end = pieceLength; end < text.length; end += pieceLength * skipped) onText(text.slice(0, end));
}

export function readOurs(text, onTail = () => {}) {
  const accumulator = markdown();
  const state = accumulator.create();
  readPieces(text, (piece) => {
    accumulator.add(state, piece);
    const { tail } = accumulator.snapshot(state);
    if (tail) onTail(tail.text);
  });
}

export const ours = {
  blocks: (text) => readOurs(text),
  'blocks, completed': (text) => readOurs(text, (tail) => void completeMarkdown(tail)),
};

/** Peers that are given each piece once. */
export const incremental = {
  incremark: (text) => {
    const parser = createIncremarkParser({ gfm: true });
    readPieces(text, (piece) => void parser.append(piece));
  },
};

/** Peers that are given the whole text at each piece. */
export const repeated = {
  'Streamdown, blocks': (text) => readWhole(text, (whole) => void parseMarkdownIntoBlocks(whole)),
  'Streamdown, blocks, completed by remend': (text) =>
    readWhole(text, (whole) => void parseMarkdownIntoBlocks(remend(whole))),
  'marked, tokens': (text) => readWhole(text, (whole) => void marked.lexer(whole)),
};
