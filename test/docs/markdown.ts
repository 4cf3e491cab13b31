import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toAnchor } from '../../docs/.vitepress/toAnchor.ts';

/** The folder of the repository. */
export const root: string = fileURLToPath(new URL('../../', import.meta.url));

/** The skills for coding assistants. */
export const skills: readonly string[] = readdirSync(`${root}skills`).map((name) => `skills/${name}/SKILL.md`);

/** The paths of the manual's pages and of the skills, relative to the repository. */
export const manual: readonly string[] = [
  'README.md',
  ...skills,
  ...readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md')),
].toSorted();

/** Reads a file of the repository. */
export function readText(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8');
}

/** A fenced code block. */
export interface CodeBlock {
  readonly language: string;
  /** The words after the language. */
  readonly words: readonly string[];
  readonly code: string;
  /** The number of the code's first line in its page, from 1. */
  readonly line: number;
}

/** Finds the fenced code blocks of a page. */
export function findCodeBlocks(markdown: string): CodeBlock[] {
  return Array.from(markdown.matchAll(/^```(\w+)([^\n]*)\n([^]*?)^```$/gm), (match) => {
    const [, language = '', info = '', code = ''] = match;
    const line = markdown.slice(0, match.index).split('\n').length + 1;
    return { language, words: info.trim().split(/\s+/), code, line };
  });
}

/** Leaves out the code blocks and code spans of a page. */
export function withoutCode(markdown: string): string {
  return markdown.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, 'code');
}

/** Gives the anchors of a page's headings, as GitHub makes them. */
export function findAnchors(markdown: string): string[] {
  const seen = new Map<string, number>();
  const headings = markdown.replace(/^```[^]*?^```$/gm, '').matchAll(/^#{1,6} (.+)$/gm);
  return Array.from(headings, ([, heading = '']) => {
    const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    const slug = toAnchor(text);
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}
