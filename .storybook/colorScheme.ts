import { useSyncExternalStore } from 'react';
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

/** The root of the docs page that this story is in, if it is in a frame there. The gallery's own page has no scheme. */
const docsRoot = findDocsRoot();

/** The scheme to begin with. A frame of a docs page sends its globals to that page, so they must agree. */
export const initialColorScheme: string = docsRoot?.dataset['colorScheme'] ?? 'system';

/** What the toolbar says: `light`, `dark`, or `system`. */
let chosen = initialColorScheme;

// A docs page without a story has nothing else that sets it.
chooseColorScheme(
  /(?:^|;)colorScheme:(\w+)/.exec(new URLSearchParams(location.search).get('globals') ?? '')?.[1] ?? initialColorScheme,
);

if (docsRoot) {
  const follow = () => chooseColorScheme(initialColorScheme);
  new MutationObserver(follow).observe(docsRoot, { attributeFilter: ['data-color-scheme'] });
}

/** Sets the scheme for the page. The stylesheet reads the attribute, and each `light-dark()` follows. */
export function chooseColorScheme(scheme: string): void {
  chosen = docsRoot?.dataset['colorScheme'] ?? scheme;
  document.documentElement.dataset['colorScheme'] = chosen;
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

function findDocsRoot(): HTMLElement | undefined {
  const root = frameElement?.ownerDocument.documentElement;
  return root?.dataset['colorScheme'] === undefined ? undefined : root;
}
