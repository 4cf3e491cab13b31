import type { Preview, StoryContext } from '@storybook/react-vite';
import { writeHookCall } from '../stories/support/controls/writeHookCall.ts';
import { withScript } from '../stories/support/server/withScript.tsx';
import '../stories/support/styles/page.css';
import '../stories/support/styles/button.css';
import '../stories/support/styles/card.css';
import '../stories/support/styles/data.css';
import '../stories/support/styles/markdown.css';
import '../stories/support/styles/wire.css';
import '../stories/support/styles/diagram.css';
import '../stories/support/styles/recipe.css';
import { chooseColorScheme, initialColorScheme } from './colorScheme.ts';
import { ThemedDocsContainer } from './ThemedDocsContainer.tsx';
import { unquoteDefaults } from './unquoteDefaults.ts';

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    colorScheme: {
      description: 'Color scheme',
      toolbar: {
        title: 'Color scheme',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'system', title: 'System', icon: 'browser' },
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
  },
  initialGlobals: { colorScheme: initialColorScheme },
  decorators: [
    withScript,
    (Story, { globals }) => {
      chooseColorScheme(String(globals['colorScheme'] ?? 'system'));
      return <Story />;
    },
  ],
  argTypesEnhancers: [unquoteDefaults],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'requiredFirst', disableSaveFromUI: true },
    docs: {
      container: ThemedDocsContainer,
      toc: { headingSelector: 'h2, h3' },
      canvas: { sourceState: 'shown' },
      codePanel: true,
      source: {
        transform: (_code: string, { title, args, argTypes, parameters }: StoryContext) =>
          writeHookCall({ hook: parameters['hook'] ?? title, args, argTypes, given: parameters['given'] }),
      },
    },
    options: {
      storySort: {
        order: [
          'Introduction',
          'useEventSource',
          'useFetchStream',
          'useTypewriter',
          'Providers',
          'Parts',
          'Structured answers',
          'Markdown',
          'Resumed answers',
          'One connection for all tabs',
          'Network lab',
          ['useEventSource', 'useFetchStream'],
          'Compared',
          'Recipes',
          ['Chat', 'Structured answer', 'Job progress', 'Log viewer', 'Typeahead', 'Dashboard', 'TanStack Query'],
        ],
      },
    },
  },
};

export default preview;
