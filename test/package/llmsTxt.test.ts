import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

it('has a chapter for each hook in llms.txt, with the options of its page', async () => {
  const llmsTxt = await read('llms.txt');
  for (const hook of ['useEventSource', 'useFetchStream', 'useTypewriter']) {
    const page = await read(`docs/reference/${hook}.md`);
    const headings = page.match(/^#+ .+$/gm)!.map((heading) => `#${heading}`);
    expect(llmsTxt.match(/^#+ .+$/gm)).toEqual(expect.arrayContaining(headings));
  }
});

it('leads from llms.txt to the manual of the repository', async () => {
  const llmsTxt = await read('llms.txt');
  const targets = Array.from(llmsTxt.matchAll(/\]\(([^)]+)\)/g), ([, target]) => target!);
  expect(targets.length).toBeGreaterThan(20);
  expect(targets.filter((target) => !URL.canParse(target))).toEqual([]);
  expect(llmsTxt).toContain(`${packageJson.homepage}/blob/main/docs/guides/post-and-chat.md`);
});
