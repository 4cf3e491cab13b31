import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/manager-api';
import { themes } from './theme.ts';

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

const themeOf = (scheme: unknown) =>
  scheme === 'dark' || (scheme !== 'light' && prefersDark.matches) ? themes.dark : themes.light;

addons.setConfig({ theme: themeOf('system') });

// The frame around the stories follows their toolbar.
addons.register('color-scheme', (api) => {
  let scheme: unknown = 'system';
  const applyTheme = () => void api.setOptions({ theme: themeOf(scheme) });
  const update = ({ globals }: { globals: Record<string, unknown> }) => {
    scheme = globals['colorScheme'];
    applyTheme();
  };
  api.on(SET_GLOBALS, update);
  api.on(GLOBALS_UPDATED, update);
  prefersDark.addEventListener('change', applyTheme);
});
