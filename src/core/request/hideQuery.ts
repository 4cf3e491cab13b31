import { readSafely } from '../readSafely.ts';

const queryAndFragment = /[?#].*/s;

/** Leaves the query and the fragment of a URL out of a text, because they may hold a token and messages end up in logs. */
export function hideQuery(text: string, url: string): string {
  // The platform quotes a URL as it was given, or normalised.
  const normalised = readSafely(() => new URL(url).href) ?? url;
  return [url, normalised].reduce((hidden, part) => hidden.replaceAll(part, withoutQuery(part)), text);
}

function withoutQuery(url: string): () => string {
  const shown = url.replace(queryAndFragment, '');
  // A function, because a replacement text would be a pattern.
  return () => shown;
}
