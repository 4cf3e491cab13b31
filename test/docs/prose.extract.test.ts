import { expect, test } from 'vitest';
import { extractProse } from '../../scripts/prose/extractProse.js';

/** Gives the pieces of a file's prose without the spaces around them. */
const piecesOf = (path: string, source: string) =>
  extractProse(path, source).map(({ line, text }) => ({ line, text: text.trim() }));

test('Markdown is prose as it is', () => {
  expect(piecesOf('README.md', '# Title\n\nimport nothing from here')).toEqual([
    { line: 1, text: '# Title\n\nimport nothing from here' },
  ]);
});

test('MDX is prose without its imports and exports', () => {
  expect(piecesOf('page.mdx', "import a from './a';\n\nText.\nexport const b = 1;")).toEqual([
    { line: 1, text: 'Text.' },
  ]);
});

test('a block comment loses its stars and keeps its lines', () => {
  expect(piecesOf('a.ts', 'let a;\n/**\n * One\n * two.\n */\nlet b;')).toEqual([{ line: 2, text: 'One\ntwo.' }]);
});

test('line comments that follow each other are one piece', () => {
  expect(piecesOf('a.ts', '// One\n// two.\nlet a; // Three.\n\n// Four.')).toEqual([
    { line: 1, text: 'One\ntwo.' },
    { line: 3, text: 'Three.' },
    { line: 5, text: 'Four.' },
  ]);
});

test('a tag becomes an item of a list, without its name', () => {
  const source = '/**\n * Reads.\n * @param name - whose data\n * @returns the data\n * @default 5\n */';
  expect(piecesOf('a.ts', source)).toEqual([{ line: 1, text: 'Reads.\n- whose data\n- the data' }]);
});

test('an example and a quotation of a standard are left out', () => {
  const source = '/**\n * Reads.\n * @example\n * read(1);\n */\n\n// [spec] Let it be.\n// Ours.';
  expect(piecesOf('a.ts', source)).toEqual([
    { line: 1, text: 'Reads.' },
    { line: 7, text: 'Ours.' },
  ]);
});

test('a string of at least four words is prose, and its parts of code are masked', () => {
  const source = "throw new Error(`The field ${name} is empty.`);\nlog('two words');";
  expect(piecesOf('a.ts', source)).toEqual([{ line: 1, text: 'The field x is empty.' }]);
});

test('a string of code or data is left out', () => {
  expect(piecesOf('a.ts', "choose('{ a: 1, b: 2, c: 3 }', 'data: a b c d\\n\\n');")).toEqual([]);
});

test('the text of JSX is not taken for comments', () => {
  expect(piecesOf('a.tsx', 'const a = <p>// text</p>; // Comment.')).toEqual([{ line: 1, text: 'Comment.' }]);
});
