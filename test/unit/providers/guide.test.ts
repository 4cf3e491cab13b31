import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const guide = await readFile(new URL('docs/guides/providers.md', root), 'utf8');
const blocks = [...guide.matchAll(/<!-- (examples\/\S+) -->\n\n```js\n([^]*?)```/g)].map(([, path, code]) => [
  path!,
  code!,
]);

it('names every file of the proxy', () => {
  expect(blocks).toHaveLength(5);
});

it.each(blocks)('shows %s as it stands', async (path, code) => {
  expect(code).toBe(await readFile(new URL(path, root), 'utf8'));
});
