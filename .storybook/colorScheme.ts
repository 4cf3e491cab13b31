import { useSyncExternalStore } from 'react';
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

/** What the toolbar says: `light`, `dark`, or `system`. */
let chosen =
  /(?:^|;)colorScheme:(\w+)/.exec(new URLSearchParams(location.search).get('globals') ?? '')?.[1] ?? 'system';

// A docs page without a story has nothing else that sets it.
document.documentElement.dataset['colorScheme'] = chosen;

/** Sets the scheme for the page. The stylesheet reads the attribute, and each `light-dark()` follows. */
export function chooseColorScheme(scheme: string): void {
  chosen = scheme;
  document.documentElement.dataset['colorScheme'] = scheme;
}

/** Reads whether the page is dark now. A docs page has no story context to read the toolbar from. */
export function useIsDark(): boolean {
  return useSyncExternalStore(subscribe, () => (chosen === 'system' ? prefersDark.matches : chosen === 'dark'));
}

function subscribe(listener: () => void): () => void {
  const channel = addons.getChannel();
  const update = ({ globals }: { globals: Record<string, unknown> }) => {
    chooseColorScheme(String(globals['colorScheme'] ?? 'system'));
    listener();
  };
  channel.on(GLOBALS_UPDATED, update);
  channel.on(SET_GLOBALS, update);
  prefersDark.addEventListener('change', listener);
  return () => {
    channel.off(GLOBALS_UPDATED, update);
    channel.off(SET_GLOBALS, update);
    prefersDark.removeEventListener('change', listener);
  };
}
