import { expect, it } from 'vitest';
import { findCodeBlocks, manual, readText } from './markdown.ts';

/** The blocks marked `from=` with the file that they are taken from; `// …` stands for what they leave out. */
const excerpts = manual.flatMap((page) =>
  findCodeBlocks(readText(page)).flatMap(({ words, code, line }) => {
    const file = words.find((word) => word.startsWith('from='))?.slice('from='.length);
    return file === undefined ? [] : [{ place: `${page}:${line}`, file, parts: code.trimEnd().split('\n// …\n') }];
  }),
);

/** Indentation follows from where a part stands. */
const dedent = (code: string) => code.replace(/^ +/gm, '').trim();

it.each(excerpts)('the code at $place is in $file', ({ file, parts }) => {
  const source = dedent(readText(file));
  expect(parts.filter((part) => !source.includes(dedent(part)))).toEqual([]);
});
