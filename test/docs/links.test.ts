import { existsSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findAnchors, manual, readText, root, skills, withoutCode } from './markdown.ts';

const pages = [...manual, 'CONTRIBUTING.md'];

/** The targets of a page's links, resolved against the page. */
function findLinks(page: string): { target: string; path: string; anchor: string }[] {
  return Array.from(withoutCode(readText(page)).matchAll(/\]\(([^()\s]+)\)/g), ([, target = '']) => {
    const [path = '', anchor = ''] = target.split('#');
    return { target, path: path === '' ? page : posix.join(posix.dirname(page), path), anchor };
  }).filter(({ target }) => !/^(https?|mailto):/.test(target));
}

function isBroken({ path, anchor }: { path: string; anchor: string }): boolean {
  if (!existsSync(`${root}${path}`)) return true;
  if (anchor === '') return false;
  return statSync(`${root}${path}`).isDirectory() || !findAnchors(readText(path)).includes(anchor);
}

describe('the links of the manual', () => {
  it.each(pages)('lead somewhere in %s', (page) => {
    const broken = findLinks(page).filter(isBroken);
    expect(broken.map(({ target }) => target)).toEqual([]);
  });

  it('reach every page from the index', () => {
    // `docs/index.md` is the front page of the site, which nothing in the repository has to link to.
    const reached = new Set(['docs/README.md', 'docs/index.md']);
    for (const page of reached) {
      for (const { path } of page.endsWith('.md') ? findLinks(page) : []) reached.add(path);
    }
    // A folder is a page that lists its files.
    const isReached = (page: string) => reached.has(page) || reached.has(posix.dirname(page));
    const fromReadme = [
      'README.md',
      ...findLinks('README.md')
        .map(({ path }) => path)
        .filter((path) => skills.includes(path)),
    ];
    expect(manual.filter((page) => !fromReadme.includes(page) && !isReached(page))).toEqual([]);
  });
});
