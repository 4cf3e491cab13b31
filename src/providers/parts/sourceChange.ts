import { asText } from '../asText.ts';
import type { Maybe } from '../Maybe.ts';
import type { PartChange } from './PartChange.ts';

/** Makes a change that adds a source, if it has a URL. An answer that cites a page twice has one source. */
export function sourceChange(page: Maybe<{ readonly url?: unknown; readonly title?: unknown }>): readonly PartChange[] {
  const url = asText(page?.url);
  return url === undefined ? [] : [{ at: url, type: 'source', url, title: asText(page?.title) }];
}
