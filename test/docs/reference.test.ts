import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { entries } from '../../scripts/entries.js';
import { manual, readText, root } from './markdown.ts';

let checker: ts.TypeChecker;
let program: ts.Program;

beforeAll(() => {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  program = ts.createProgram(
    entries.map((entry) => `${root}src/${entry}.ts`),
    options,
  );
  checker = program.getTypeChecker();
}, 120_000);

function findExports(entry: string): ts.Symbol[] {
  const file = program.getSourceFile(`${root}src/${entry}.ts`)!;
  return checker.getExportsOfModule(checker.getSymbolAtLocation(file)!);
}

function findProperties(entry: string, name: string): ts.Symbol[] {
  let symbol = findExports(entry).find((symbol) => symbol.name === name)!;
  if (symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  return checker.getDeclaredTypeOfSymbol(symbol).getProperties();
}

/** The names of the members of an exported type. */
function findMembers(entry: string, name: string): string[] {
  return findProperties(entry, name).map(({ name }) => name);
}

const withoutMarks = (text: string) => text.replace(/[`'.]|\s+in `useTypewriter`/g, '').trim();

/** The defaults that stand below the headings of a page. */
function findDefaults(page: string): Map<string, string> {
  const sections = page.matchAll(/^### (`.+)\n\nDefault: ([^]*?)\.\n\n/gm);
  return new Map(
    Array.from(sections, ([, names = '', text = '']) =>
      Array.from(names.matchAll(/`(\w+)`/g), ([, name = '']) => [name, withoutMarks(text)] as const),
    ).flat(),
  );
}

/** The names that have their own heading in a page. */
function findHeadings(page: string): string[] {
  return Array.from(readText(page).matchAll(/^###+ (.+)$/gm), ([, heading = '']) =>
    Array.from(heading.matchAll(/`(\w+)`/g), ([, name = '']) => name),
  ).flat();
}

describe('the reference', () => {
  it.each([
    ['index', 'EventSourceOptions', ['useEventSource', 'shared-options']],
    ['index', 'FetchStreamOptions', ['useFetchStream', 'shared-options']],
    ['index', 'UseTypewriterOptions', ['useTypewriter']],
    ['index', 'RetryPolicy', ['shared-options']],
    ['resume', 'ResumableOptions', ['resume']],
  ])('of react-streamed (%s) has a heading for each option of %s', (entry, type, pages) => {
    const headings = pages.flatMap((page) => findHeadings(`docs/reference/${page}.md`));
    expect(findMembers(entry, type).filter((name) => !headings.includes(name))).toEqual([]);
  });

  it.each([
    ['EventSourceOptions', ['useEventSource', 'shared-options']],
    ['FetchStreamOptions', ['useFetchStream', 'shared-options']],
    ['UseTypewriterOptions', ['useTypewriter']],
    ['RetryPolicy', ['shared-options']],
    ['ListOptions', ['accumulators']],
  ])('gives the same defaults of %s as its JSDoc', (type, pages) => {
    const documented = findDefaults(pages.map((page) => readText(`docs/reference/${page}.md`)).join('\n'));
    const defaults = findProperties('index', type).map((property) => {
      const tag = property.getJsDocTags(checker).find(({ name }) => name === 'default');
      return [property.name, tag && withoutMarks(ts.displayPartsToString(tag.text))];
    });
    const differing = defaults.filter(([name = '', text]) => text !== undefined && documented.get(name) !== text);
    expect(differing.map(([name = '', text]) => [name, text, documented.get(name)])).toEqual([]);
  });

  it.each([
    ['UseEventSourceResult', 'useEventSource'],
    ['UseFetchStreamResult', 'useFetchStream'],
    ['UseTypewriterResult', 'useTypewriter'],
  ])('names each member of %s', (type, page) => {
    const text = readText(`docs/reference/${page}.md`);
    const missing = findMembers('index', type).filter((name) => !new RegExp(`\`${name}[\`(]`).test(text));
    expect(missing).toEqual([]);
  });

  it.each([
    ['testing', 'MockStream'],
    ['testing', 'MockRequest'],
    ['testing', 'ManualClock'],
    ['testing', 'ScriptStep'],
    ['core', 'EventStreamParser'],
    ['core', 'EventStreamParserOptions'],
    ['core', 'ReadEventStreamOptions'],
    ['core', 'EventSourceStore'],
    ['core', 'FetchStreamStore'],
    ['core', 'Typewriter'],
    ['markdown', 'StreamedMarkdown'],
    ['markdown', 'MarkdownBlock'],
    ['markdown', 'MarkdownOptions'],
    ['markdown', 'CompleteMarkdownOptions'],
  ])('of react-streamed/%s names each member of %s', (entry, type) => {
    const text = readText(`docs/reference/${entry}.md`);
    const missing = findMembers(entry, type).filter((name) => !new RegExp(`\\b${name}\\b`).test(text));
    expect(missing).toEqual([]);
  });

  it.each(entries)('names everything that the entry %s exports', (entry) => {
    const reference = manual
      .filter((page) => page.startsWith('docs/reference/'))
      .map(readText)
      .join('\n');
    const missing = findExports(entry).filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(reference));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('has a page for each error code', () => {
    const symbol = findExports('core').find(({ name }) => name === 'StreamErrorCode')!;
    const type = checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(symbol)) as ts.UnionType;
    const codes = type.types.map((member) => (member as ts.StringLiteralType).value);
    const pages = manual.filter((page) => /^docs\/errors\/(?!README)/.test(page));
    expect(pages.map((page) => page.replace(/^docs\/errors\/|\.md$/g, ''))).toEqual(codes.toSorted());
  });
});
