import type { MarkdownEnv, MarkdownRenderer } from 'vitepress';

/** A link with a protocol, or to a place in the same page. */
const isExternal = /^(?:[a-z]+:|#|\/)/;

/**
 * Makes the links that GitHub follows in `docs/` work on the site too. A file outside of `docs/` is not part of the site,
 * so its links lead to the repository.
 */
export function linkToRepository(markdown: MarkdownRenderer, repository: string): void {
  markdown.core.ruler.push('link-to-repository', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href !== null && !isExternal.test(href))
        token.attrSet('href', translate(href, env as MarkdownEnv, repository));
    }
  });
}

function translate(href: string, env: MarkdownEnv, repository: string): string {
  const page = new URL(`https://site/docs/${env.realPath ?? env.relativePath}`);
  const { pathname, hash } = new URL(href, page);
  if (!pathname.startsWith('/docs/')) return `${repository}/blob/main${pathname}${hash}`;
  const path = pathname.slice('/docs'.length);
  if (path === '/README.md') return `/manual.md${hash}`;
  return path.replace(/\/README\.md$/, '/index.md') + hash;
}
