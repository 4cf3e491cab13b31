import { readFileSync } from 'node:fs';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { DefaultTheme } from 'vitepress';

const index = new URL('../README.md', import.meta.url);

/** Makes the sidebar of the index of the manual: its headings, and the links below each of them. */
export function readSidebar(): DefaultTheme.SidebarItem[] {
  const sections: (DefaultTheme.SidebarItem & { items: DefaultTheme.SidebarItem[] })[] = [];
  visit(remark().use(remarkGfm).parse(readFileSync(index, 'utf8')), (node) => {
    if (node.type === 'heading') sections.push({ text: toString(node), items: [] });
    if (node.type === 'link') sections.at(-1)?.items.push({ text: toString(node), link: toAddress(node.url) });
  });
  return sections;
}

function toAddress(path: string): string {
  return `/${path.replace(/README\.md$/, '').replace(/\.md$/, '')}`;
}
