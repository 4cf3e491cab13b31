import { homepage } from '../../../package.json';

/** The address of a page of the manual. */
export function manualLink(path: string): string {
  return `${homepage}/blob/main/${path}`;
}
