// Writes llms.txt (llmstxt.org), which ships in the package: the index of the manual and the whole reference, for tools
// that read the installed version.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';

const root = new URL('../', import.meta.url);
const markdown = remark().use(remarkGfm).data('settings', { bullet: '-' });

/** @param {string} path relative to the repository */
const read = (path) => readFileSync(new URL(path, root), 'utf8');

const { name, homepage } = JSON.parse(read('package.json'));

/**
 * Reads a page as a chapter: its headings are one level lower, and its links lead to the repository.
 *
 * @param {string} path
 */
function readChapter(path) {
  const page = markdown.parse(read(path));
  const address = `${homepage}/blob/main/${path}`;
  visit(page, 'link', (link) => {
    link.url = new URL(link.url, address).href;
  });
  visit(page, 'heading', (heading) => {
    heading.depth += 1;
  });
  // Words for the tests of the manual, such as `nocheck`.
  visit(page, 'code', (code) => {
    code.meta = null;
  });
  return page.children;
}

const summary = markdown.parse(read('README.md')).children.find(({ type }) => type === 'paragraph');
const reference = readdirSync(new URL('docs/reference/', root)).toSorted();

const llmsTxt = markdown.stringify({
  type: 'root',
  children: [
    { type: 'heading', depth: 1, children: [{ type: 'text', value: name }] },
    { type: 'blockquote', children: [summary] },
    ...readChapter('docs/README.md'),
    ...reference.flatMap((file) => readChapter(`docs/reference/${file}`)),
  ],
});

writeFileSync(new URL('llms.txt', root), llmsTxt);
