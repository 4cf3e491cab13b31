import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);

/** @param {string} path relative to the repository */
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** @param {string} markdown */
const withoutCode = (markdown) => markdown.replace(/^```[^]*?^```$/gm, '');

/** @param {string} markdown */
const inOneLine = (markdown) => markdown.replace(/\s*\n\s*/g, ' ').trim();

/** Keeps the words of links: a target is relative to the page that it stands in. @param {string} markdown */
const withoutLinks = (markdown) => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

/** @param {string} text */
const firstSentence = (text) => /^[^]*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;

/**
 * Reads the title of a page and the first sentence below it.
 *
 * @param {string} path
 */
function summarise(path) {
  const page = read(path);
  const title = /^# (.+)$/m.exec(page)?.[1] ?? path;
  const text = inOneLine(
    withoutLinks(
      withoutCode(page)
        .replace(/^[^]*?^# .+$/m, '')
        .trim()
        .split(/\n\n|\n#/)[0] ?? '',
    ),
  );
  return `- [${title}](${path}): ${firstSentence(text.replace(/^\*\*What happened\.\*\* /, ''))}`;
}

/**
 * Gives the options that have a heading in a page: name, default and meaning.
 *
 * @param {string} page
 */
function listOptions(page) {
  const sections = page.matchAll(/^### (`.+)\n\nDefault: ([^]*?)\n\n([^]*?)(?=\n#{2,3} |$(?![^]))/gm);
  return Array.from(sections, ([, names, byDefault = '', text = '']) => {
    const words = withoutLinks(withoutCode(text))
      .replace(/^\|.*$/gm, '')
      .replace(/\n- /g, '; ')
      .replace(':\n;', ':');
    return `- ${names} (default: ${inOneLine(byDefault).replace(/\.$/, '')}): ${inOneLine(words)}`;
  }).join('\n');
}

/**
 * Gives the signature in a page's first code block.
 *
 * @param {string} path
 */
const signature = (path) => /^```ts nocheck\n[^]*?^```$/m.exec(read(path))?.[0].replace(' nocheck', '') ?? '';

/**
 * Gives the section of a page below a heading.
 *
 * @param {string} path
 * @param {string} heading
 */
function section(path, heading) {
  const text = read(path).split(`\n## ${heading}\n`)[1] ?? '';
  return withoutLinks((text.split(/\n## /)[0] ?? '').trim());
}

/** @param {string} folder */
const pagesOf = (folder) =>
  readdirSync(new URL(`docs/${folder}/`, root))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .toSorted()
    .map((name) => summarise(`docs/${folder}/${name}`))
    .join('\n');

/** @param {string} hook */
const describeHook = (hook) => `### ${hook}

${signature(`docs/reference/${hook}.md`)}

Returns:

${section(`docs/reference/${hook}.md`, 'What it returns')}

Options:

${listOptions(read(`docs/reference/${hook}.md`))}`;

/** Makes the page for machines (llmstxt.org) of the manual. */
export function makeLlmsTxt() {
  const readme = read('README.md');
  const [shared = '', retryPolicy = ''] = read('docs/reference/shared-options.md').split('\n## RetryPolicy\n');
  const summary = /^# react-streamed\n\n([^]*?)\n\n/.exec(readme)?.[1] ?? '';
  return `# react-streamed

> ${inOneLine(summary)}

Made from the manual by \`npm run llms\`. Durations are milliseconds. Paths are relative to the repository.

## What you can rely on

${section('README.md', 'What you can rely on')}

## The hooks

${describeHook('useEventSource')}

${describeHook('useFetchStream')}

### Shared options of useEventSource and useFetchStream

${listOptions(shared)}

### RetryPolicy, the value of reconnect and retry

${listOptions(retryPolicy)}

${describeHook('useTypewriter')}

### Accumulators

${section('docs/reference/accumulators.md', 'Which there are')}

## Errors

${pagesOf('errors')}

## Reference

${pagesOf('reference')}

## Guides

${summarise('docs/getting-started.md')}
${pagesOf('guides')}

## Migration

${pagesOf('migration')}
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(fileURLToPath(new URL('llms.txt', root)), makeLlmsTxt());
}
