import { homepage } from '../../package.json';
import type { StreamErrorCode } from './StreamError.ts';

/** Returns the address of the page of an error code in the manual. The repository is named once, in package.json. */
export function errorManualUrl(code: StreamErrorCode): string {
  return `${homepage}/blob/main/docs/errors/${code}.md`;
}
