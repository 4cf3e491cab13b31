import { defineConfig } from 'vitepress';
import packageJson from '../../package.json' with { type: 'json' };
import { embedStories } from './embedStories.ts';
import { linkToRepository } from './linkToRepository.ts';
import { readSidebar } from './readSidebar.ts';
import { toAnchor } from './toAnchor.ts';

const repository = packageJson.homepage;

export default defineConfig({
  title: packageJson.name,
  description: packageJson.description,
  lang: 'en',
  // The folder of the site on its host, for example `/react-streamed/`.
  base: process.env['SITE_BASE'] ?? '/',
  cleanUrls: true,
  lastUpdated: true,
  rewrites: { 'README.md': 'manual.md', 'errors/README.md': 'errors/index.md' },
  markdown: {
    anchor: { slugify: toAnchor },
    toc: { slugify: toAnchor },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config(markdown) {
      markdown.use(linkToRepository, repository);
      markdown.use(embedStories);
    },
  },
  // A link to the gallery leads to files that the build of the site does not know.
  ignoreDeadLinks: [/^\/gallery\//],
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Getting started', link: '/getting-started' },
      { text: 'Manual', link: '/manual' },
      { text: 'Benchmarks', link: '/benchmarks' },
      { text: 'Gallery', link: '/gallery/index.html', target: '_self' },
    ],
    sidebar: readSidebar(),
    socialLinks: [{ icon: 'github', link: repository }],
    editLink: { pattern: `${repository}/edit/main/docs/:path`, text: 'Edit this page' },
    footer: { message: 'Released under the MIT License.' },
  },
});
