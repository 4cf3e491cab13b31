import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { fromRoot } from './fromRoot.ts';
import { runInChromium } from './runInChromium.ts';

const configDir = fromRoot('.storybook');
const setupFiles = ['.storybook/failOnConsoleError.ts'];

/**
 * The stories, which bring the plugins and aliases of .storybook/main.ts. They run again in dark colors, because an
 * accessibility check knows only the colors that it sees.
 */
export const storyProjects: TestProjectInlineConfiguration[] = [
  {
    extends: true,
    plugins: [storybookTest({ configDir })],
    test: { name: 'stories', setupFiles, browser: runInChromium() },
  },
  {
    extends: true,
    plugins: [storybookTest({ configDir, initialGlobals: { colorScheme: 'dark' } })],
    test: { name: 'stories-dark', setupFiles, browser: runInChromium() },
  },
];
