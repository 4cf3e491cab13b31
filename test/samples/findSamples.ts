import { readdirSync } from 'node:fs';
import { findCodeBlocks, manual, readText, root, type CodeBlock } from '../docs/markdown.ts';

/** A `tsx` block of the manual or of the gallery's pages, or a `ts` block that exports a hook. */
export interface Sample {
  /** Its page, its heading, and the component or hook that it defines. */
  readonly id: string;
  readonly code: string;
  /** The component or hook to mount; `undefined` if the block defines neither. */
  readonly name: string | undefined;
}

const storyPages = readdirSync(`${root}stories`)
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => `stories/${file}`);

const component = /^(?:export )?(?:default )?function ([A-Z]\w*)/gm;
const hook = /^export (?:function|const) (use[A-Z]\w*)/gm;

/** A block defines helpers first, so its last component is the one to mount. */
function findName(code: string): string | undefined {
  const names = [...code.matchAll(hook), ...code.matchAll(component)];
  return names.at(-1)?.[1];
}

function isSample({ language, code }: CodeBlock): boolean {
  if (language === 'ts') return code.search(hook) >= 0;
  return language === 'tsx';
}

function findHeading(markdown: string, line: number): string {
  const above = markdown.split('\n').slice(0, line - 1);
  const heading = above.findLast((text) => /^#{1,6} /.test(text)) ?? '';
  return heading.replace(/^#+ /, '');
}

/** Finds every sample, in the order of the pages. */
export function findSamples(): Sample[] {
  return [...manual, ...storyPages].flatMap((page) => {
    const markdown = readText(page);
    const blocks = findCodeBlocks(markdown).filter(isSample);
    return blocks.map(({ code, line }) => {
      const name = findName(code);
      const id = [page, findHeading(markdown, line), name].filter(Boolean).join(' › ');
      return { id, code, name };
    });
  });
}
