import { extname } from 'node:path';
import { extractComments } from './extractComments.js';

const markdown = ['.md', '.mdx'];
/** A line of MDX that is JavaScript. */
const moduleLine = /^(?:import|export) .*$/gm;

/**
 * Gives the prose of a file as pieces of Markdown. Of a source file, it is the comments and the strings of several words.
 * @param {string} path
 * @param {string} source
 * @returns {{ line: number, text: string }[]} each piece with the line that it begins at
 */
export function extractProse(path, source) {
  if (!markdown.includes(extname(path))) return extractComments(path, source);
  return [{ line: 1, text: path.endsWith('.mdx') ? source.replaceAll(moduleLine, '') : source }];
}
