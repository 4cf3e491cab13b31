import type { StorybookConfig } from '@storybook/react-vite';
import react from '@vitejs/plugin-react';
import remarkGfm from 'remark-gfm';
import { mergeConfig } from 'vite';
import { sourceAlias } from '../scripts/entries.js';

const config: StorybookConfig = {
  // Every story runs under StrictMode, as an app in development does.
  framework: { name: '@storybook/react-vite', options: { strictMode: true } },
  stories: ['../stories/*.mdx', '../stories/**/*.stories.tsx'],
  // The service worker of the page Compared has to be at the root of the gallery, so that it can answer the pages there.
  staticDirs: ['../stories/compared/server'],
  addons: [
    // MDX knows tables only with this plugin.
    {
      name: '@storybook/addon-docs',
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { backgrounds: false, changeDetection: false, sidebarOnboardingChecklist: false },
  typescript: {
    reactDocgen: 'react-docgen-typescript',
    reactDocgenTypescriptOptions: {
      // The options of the hooks are inherited from the library's own interfaces; React's attributes are left out.
      propFilter: ({ parent }) => !parent?.fileName.includes('node_modules'),
      shouldExtractLiteralValuesFromEnum: true,
      shouldRemoveUndefinedFromOptional: true,
    },
  },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      plugins: [react()],
      // What only recipes import. A dependency that is found during a test reloads its page.
      optimizeDeps: { include: ['@tanstack/react-query', 'zod'] },
      resolve: {
        alias: sourceAlias,
      },
    }),
};

export default config;
